"""Learning against the clock: a graphics card learns all the time while processors make its data.

`arrivals` has shards made and brings them to the card, `step` is one step of learning and records it,
`clock` says how much of the time is over, and so how fast to learn, and `sprint` runs them together.
"""
