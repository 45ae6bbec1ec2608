"""Speed, as ratios against floors timed in the same run."""
