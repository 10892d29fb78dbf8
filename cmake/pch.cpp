// Compiles nothing: it owns the precompiled header that every target reuses.
