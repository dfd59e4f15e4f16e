import ArgumentParser
import Benchmarking

// All else is in the library, where tests can have it.
Bench.main()
