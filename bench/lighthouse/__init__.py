"""`make lighthouse`: Lighthouse's marks, weights and timings of each kind of page, held against what is asked."""
