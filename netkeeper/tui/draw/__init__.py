"""Drawing: lines, lists, panes and plots, independent of the network."""
