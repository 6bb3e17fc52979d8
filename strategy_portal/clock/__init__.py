"""The portal's clock: the database's, plus an offset that only the tables' owner can set."""
