/**
 * LangChain sends questions to LangSmith when these variables are set, as they may be on a machine where somebody
 * develops with it. Nothing may leave this machine, so they are switched off; imported before LangChain is.
 */
for (const name of [
  'LANGSMITH_TRACING',
  'LANGSMITH_TRACING_V2',
  'LANGCHAIN_TRACING',
  'LANGCHAIN_TRACING_V2',
]) {
  process.env[name] = 'false';
}
