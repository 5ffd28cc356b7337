;; Dot products for cosine-matrix.ts, eight numbers at a time. What it compiles to stands there; a test compares the two.
(module
  (memory (export "memory") 1)

  ;; The dot product of each row of 16-bit numbers, from $states on, with each row of 8-bit numbers, from $rows on, as
  ;; 32-bit numbers from $out on: those of the first state, then those of the second. There is at least one row of
  ;; each; a row has $dimension numbers, a multiple of eight.
  (func (export "dotProducts")
    (param $states i32) (param $statesEnd i32) (param $rows i32) (param $rowsEnd i32) (param $dimension i32) (param $out i32)
    (local $row i32) (local $i i32) (local $sums v128)
    (loop $nextState
      (local.set $row (local.get $rows))
      (loop $nextRow
        (local.set $sums (v128.const i32x4 0 0 0 0))
        (local.set $i (i32.const 0))
        (loop $nextEight
          (local.set $sums
            (i32x4.add
              (local.get $sums)
              (i32x4.dot_i16x8_s
                (v128.load (i32.add (local.get $states) (i32.shl (local.get $i) (i32.const 1))))
                (v128.load8x8_s (i32.add (local.get $row) (local.get $i))))))
          (br_if $nextEight
            (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 8))) (local.get $dimension))))
        (call $store (local.get $out) (local.get $sums))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (br_if $nextRow
          (i32.lt_u (local.tee $row (i32.add (local.get $row) (local.get $dimension))) (local.get $rowsEnd))))
      (br_if $nextState
        (i32.lt_u
          (local.tee $states (i32.add (local.get $states) (i32.shl (local.get $dimension) (i32.const 1))))
          (local.get $statesEnd)))))

  ;; The dot product of each row of 8-bit numbers with itself.
  (func (export "squares")
    (param $rows i32) (param $rowsEnd i32) (param $dimension i32) (param $out i32)
    (local $row i32) (local $i i32) (local $eight v128) (local $sums v128)
    (loop $nextRow
      (local.set $sums (v128.const i32x4 0 0 0 0))
      (local.set $i (i32.const 0))
      (loop $nextEight
        (local.set $eight (v128.load8x8_s (i32.add (local.get $rows) (local.get $i))))
        (local.set $sums
          (i32x4.add (local.get $sums) (i32x4.dot_i16x8_s (local.get $eight) (local.get $eight))))
        (br_if $nextEight
          (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 8))) (local.get $dimension))))
      (call $store (local.get $out) (local.get $sums))
      (local.set $out (i32.add (local.get $out) (i32.const 4)))
      (br_if $nextRow
        (i32.lt_u (local.tee $rows (i32.add (local.get $rows) (local.get $dimension))) (local.get $rowsEnd)))))

  ;; Stores the sum of four numbers.
  (func $store (param $to i32) (param $four v128)
    (i32.store (local.get $to)
      (i32.add
        (i32.add (i32x4.extract_lane 0 (local.get $four)) (i32x4.extract_lane 1 (local.get $four)))
        (i32.add (i32x4.extract_lane 2 (local.get $four)) (i32x4.extract_lane 3 (local.get $four)))))))
