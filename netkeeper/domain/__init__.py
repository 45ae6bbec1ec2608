"""Records of a network and the rules that apply to them.

Pure: no input or output, no clock (``today`` is a parameter), no user interface and no database.
"""
