// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "spotcheck",
  products: [.executable(name: "spotcheck", targets: ["spotcheck"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // ncurses is reached through this one C target, so no curses type or macro is seen by Swift.
    .target(
      name: "CTerminal",
      cSettings: [
        .define("NCURSES_WIDECHAR", to: "1"),
        .define("_XOPEN_SOURCE_EXTENDED", to: "1"),
        .define("_GNU_SOURCE", .when(platforms: [.linux])),
        .define("_DARWIN_C_SOURCE", .when(platforms: [.macOS])),
      ],
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]
    ),
    // What Swift's vectors cannot say: a header whose functions become parts of their callers.
    .target(name: "CVectors"),
    .target(name: "CSHA256"),
    // Of the C library, what Swift's view of it leaves out.
    .target(name: "CFileSystem"),
    .target(name: "Screen"),
    .target(name: "TerminalDevice", dependencies: ["CTerminal", "Screen"]),
    .target(
      name: "Predictions",
      dependencies: [
        "CSHA256", "CVectors", .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .target(
      name: "Reviewing",
      dependencies: [
        "CFileSystem", "Predictions", .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .target(
      name: "Configuration",
      dependencies: ["Predictions", .product(name: "Yams", package: "Yams")]
    ),
    .target(name: "Statistics"),
    .target(name: "Evaluation", dependencies: ["Predictions", "Reviewing", "Statistics"]),
    .target(
      name: "Exporting",
      dependencies: [
        "Screen", "Predictions", "Reviewing", "Evaluation",
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .target(name: "Interface", dependencies: ["Screen", "Predictions", "Reviewing", "Evaluation"]),
    .executableTarget(
      name: "spotcheck",
      dependencies: [
        "Screen", "TerminalDevice", "Predictions", "Reviewing", "Configuration", "Statistics",
        "Evaluation", "Exporting", "Interface",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    // Writes the runs and ledgers in SampleData: `swift run GenerateSampleData`.
    .executableTarget(
      name: "GenerateSampleData",
      dependencies: [
        "Predictions", "Reviewing", .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "SampleData/Generator"
    ),
    .target(
      name: "TestSupport",
      dependencies: ["Screen", "Predictions", "Reviewing"],
      path: "Tests/TestSupport"
    ),
    .testTarget(
      name: "ScreenTests", dependencies: ["Screen", "TestSupport"], exclude: ["Golden"]),
    .testTarget(name: "TerminalDeviceTests", dependencies: ["TerminalDevice", "Screen"]),
    .testTarget(
      name: "PredictionsTests",
      dependencies: [
        "Predictions", "CSHA256", "CVectors", "TestSupport",
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .testTarget(
      name: "SampleDataTests",
      dependencies: [
        "GenerateSampleData", "Predictions", "Reviewing",
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .testTarget(name: "ReviewingTests", dependencies: ["Reviewing", "Predictions", "TestSupport"]),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"]),
    .testTarget(name: "ConfigurationTests", dependencies: ["Configuration", "TestSupport"]),
    .testTarget(
      name: "EvaluationTests",
      dependencies: ["Evaluation", "Predictions", "Reviewing", "Statistics", "TestSupport"]),
    .testTarget(
      name: "ExportingTests",
      dependencies: [
        "Exporting", "Evaluation", "Predictions", "Reviewing", "Screen", "TestSupport",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["Report/Golden"]),
    .testTarget(
      name: "InterfaceTests",
      dependencies: [
        "Interface", "Screen", "Predictions", "Reviewing", "Evaluation", "TestSupport",
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "CommandTests", dependencies: ["spotcheck", "Screen", "Interface", "TestSupport"],
      exclude: ["Golden"]),
  ]
)

// The parts alone, measured: `SPOTCHECK_BENCHMARKS=1 swift package benchmark`. Asked for by name, since
// an ordinary build has no use for what it depends on. Its default traits want packages of their own.
if Context.environment["SPOTCHECK_BENCHMARKS"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []))
  package.targets.append(
    .executableTarget(
      name: "SpotcheckBenchmarks",
      dependencies: [
        "Evaluation", "Predictions", "Reviewing", "Screen",
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/Benchmarks/SpotcheckBenchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]))
}
