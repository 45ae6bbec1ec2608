"""What a network is and what follows from it.

Pure: no input or output, no clock (``today`` is passed in), no user interface and no database.
"""
