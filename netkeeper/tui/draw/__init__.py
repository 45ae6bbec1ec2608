"""Drawing: lines, lists, panes and plots that know nothing of the network."""
