"""What every screen uses: session, rooms, input queue, error boundary."""
