import ArgumentParser

@main
struct Spotcheck: ParsableCommand {}
