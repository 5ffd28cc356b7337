import { FakeDiscord } from '/tmp/tt/tests/discord/fake-discord.js';
import { spawn } from 'node:child_process';
const d = await FakeDiscord.start();
const { TOKEN } = await import('/tmp/tt/tests/discord/fake-discord.js');
const c = spawn('node',['dist/src/scripts/start.js'],{env:{...process.env,DISCORD_TOKEN:TOKEN,DISCORD_API_URL:d.apiUrl},stdio:'inherit'});
setTimeout(async()=>{ const a=d.ask('How many drones did Russia launch overnight?'); setTimeout(()=>{console.log(JSON.stringify(a.shown,null,1),a.acknowledged,d.problems,d.requests.map(r=>r.method+r.path)); c.kill(); setTimeout(()=>process.exit(),500)},1500)},3500);
