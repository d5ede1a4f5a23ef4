// swift-tools-version: 6.2
import PackageDescription

// A package of its own, since all of it is built with the fuzzer: see Scripts/fuzz.
let package = Package(
  name: "namesift-fuzzing",
  dependencies: [.package(name: "namesift", path: "..")],
  targets: [
    .systemLibrary(name: "CFuzzer"),
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "CFuzzer",
        .product(name: "NameScreening", package: "namesift"),
        .product(name: "NameSimilarity", package: "namesift"),
        .product(name: "Watchlists", package: "namesift"),
      ],
      // The system's gold fails on the debug information of the fuzzer.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]),
  ],
  swiftLanguageModes: [.v6]
)
