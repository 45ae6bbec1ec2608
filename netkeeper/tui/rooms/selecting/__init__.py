"""What People and Sorting share: a list of people in columns, of which several can be selected."""
