// swift-tools-version: 6.2
import PackageDescription

let swift: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
  name: "namesift",
  products: [
    .executable(name: "namesift", targets: ["namesift"]),
    .library(name: "NameScreening", targets: ["NameScreening"]),
    // For the package in Benchmarks, which measures the stages one by one.
    .library(name: "NameNormalization", targets: ["NameNormalization"]),
    .library(name: "NameSimilarity", targets: ["NameSimilarity"]),
    .library(name: "Records", targets: ["Records"]),
    .library(name: "Watchlists", targets: ["Watchlists"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // C shims and embedded data. No ICU, expat or zlib type crosses their headers.
    .target(
      name: "CICU",
      linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    .target(name: "CNameTables", exclude: ["NameTables.bin"]),
    .target(name: "CSampleLists"),
    .target(name: "CPolicyData"),
    .target(name: "CPrefetch"),
    .target(name: "CListSources"),
    // Opens libcurl by itself, so nothing is linked.
    .target(name: "CCurl"),
    .target(name: "CMeasureData"),
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // JSON texts as trees, for the targets below that read some.
    .target(name: "JSONDocuments", swiftSettings: swift),

    // What the law makes of a match; it knows nothing of names.
    .target(
      name: "Measures", dependencies: ["CMeasureData", "JSONDocuments"], swiftSettings: swift),

    // The pipeline, lowest first; each target knows only those before it.
    .target(
      name: "NameNormalization", dependencies: ["CICU", "CNameTables"], swiftSettings: swift),
    .target(name: "NameSimilarity", swiftSettings: swift),
    .target(
      name: "NameIndex", dependencies: ["CPrefetch", "NameNormalization", "NameSimilarity"],
      swiftSettings: swift),
    .target(
      name: "Watchlists",
      dependencies: [
        "CExpat", "CZlib", "CSampleLists", "JSONDocuments",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: swift),
    .target(
      name: "NameScreening",
      dependencies: [
        "CPolicyData", "NameNormalization", "NameSimilarity", "NameIndex", "Watchlists",
      ],
      swiftSettings: swift),
    .target(
      name: "Records",
      dependencies: [
        "JSONDocuments", "Measures", "NameScreening", "NameSimilarity", "Watchlists",
      ],
      swiftSettings: swift),
    .target(
      name: "ListFetching",
      dependencies: ["CCurl", "CListSources", "JSONDocuments", "Records", "Watchlists"],
      swiftSettings: swift),
    .executableTarget(
      name: "namesift",
      dependencies: [
        "JSONDocuments", "ListFetching", "Measures", "NameScreening", "NameSimilarity",
        "NameNormalization", "Records", "Watchlists",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swift),

    // Makes the committed tables from ICU and `Data/names`: see Scripts/generate-tables.
    .executableTarget(
      name: "generate-tables", dependencies: ["CICU", "NameNormalization"], swiftSettings: swift),

    // Measures the engine without the reading of records: see Scripts/bench.
    .executableTarget(
      name: "engine-bench",
      dependencies: [
        "NameScreening", "NameSimilarity", "NameIndex", "Watchlists",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swift),

    .target(
      name: "TestSupport", dependencies: ["NameSimilarity", "Watchlists"],
      path: "Tests/TestSupport",
      swiftSettings: swift),
    .testTarget(
      name: "NameNormalizationTests",
      dependencies: ["NameNormalization", "CICU", "TestSupport", "generate-tables"],
      swiftSettings: swift),
    .testTarget(
      name: "NameSimilarityTests", dependencies: ["NameSimilarity", "TestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "NameIndexTests",
      dependencies: ["NameIndex", "NameNormalization", "NameSimilarity", "TestSupport"],
      swiftSettings: swift),
    .testTarget(name: "JSONDocumentsTests", dependencies: ["JSONDocuments"], swiftSettings: swift),
    .testTarget(
      name: "WatchlistsTests", dependencies: ["Watchlists", "TestSupport"],
      exclude: ["Regressions"], swiftSettings: swift),
    .testTarget(
      name: "MeasuresTests",
      dependencies: ["JSONDocuments", "Measures", "TestSupport", "Watchlists"], swiftSettings: swift
    ),
    .testTarget(
      name: "NameScreeningTests",
      dependencies: [
        "NameScreening", "NameIndex", "NameNormalization", "NameSimilarity", "Watchlists",
        "TestSupport",
      ],
      swiftSettings: swift),
    .testTarget(
      name: "RecordsTests",
      dependencies: [
        "Records", "Measures", "NameScreening", "NameSimilarity", "Watchlists", "TestSupport",
      ],
      swiftSettings: swift),
    .testTarget(
      name: "ListFetchingTests", dependencies: ["ListFetching", "TestSupport", "Watchlists"],
      swiftSettings: swift),
    .testTarget(
      name: "CommandTests", dependencies: ["TestSupport", "namesift"],
      exclude: ["misbehaving-server"], swiftSettings: swift),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
