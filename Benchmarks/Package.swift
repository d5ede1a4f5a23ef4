// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that who uses Namesift does not build what measures it.
let package = Package(
  name: "namesift-benchmarks",
  dependencies: [
    .package(name: "namesift", path: ".."),
    // Without its traits it needs no other allocator; its malloc metrics then read 0.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "StageBenchmarks",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "NameNormalization", package: "namesift"),
        .product(name: "NameSimilarity", package: "namesift"),
        .product(name: "NameScreening", package: "namesift"),
        .product(name: "Watchlists", package: "namesift"),
      ],
      path: "Benchmarks/StageBenchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(
      name: "RecordBenchmarks",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "NameScreening", package: "namesift"),
        .product(name: "Records", package: "namesift"),
        .product(name: "Watchlists", package: "namesift"),
      ],
      path: "Benchmarks/RecordBenchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6]
)
