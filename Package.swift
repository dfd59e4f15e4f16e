// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  // Made by name, each generic type searches all conformances of the program when it is first used: 3 ms of every start.
  .unsafeFlags(["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"]),
]

/// On Linux, the program has Swift's libraries within it: it starts in half the time, and needs no Swift where it runs. Tests
/// cannot have them so, since their own libraries come as shared ones. The linker names each build, whose results are its own.
let standalone: [LinkerSetting] =
  [.unsafeFlags(["-static-stdlib", "-Xlinker", "--build-id"], .when(platforms: [.linux]))]
  + ["CoreFoundation", "_FoundationICU", "_FoundationCShims", "_FoundationCollections"].map {
    .linkedLibrary($0, .when(platforms: [.linux]))
  }

let package = Package(
  name: "lectern",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "lectern", targets: ["lectern"]),
    .executable(name: "lectern-bench", targets: ["lectern-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmark",
      pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]
    ),
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),
    .target(
      name: "CCurl", cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])],
      linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(
      name: "CKernels",
      cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off", "-Wall", "-Wextra", "-Werror"])]
    ),
    .target(
      name: "Randomness",
      dependencies: ["CKernels", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict
    ),
    .target(
      name: "Notebook",
      dependencies: ["CCmark", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict
    ),
    .target(name: "Memory", swiftSettings: strict),
    .target(name: "Workers", swiftSettings: strict),
    .target(
      name: "Learning",
      dependencies: [
        "CKernels", "CZlib", "Memory", "Randomness", "Workers",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Downloads",
      dependencies: [
        "CCurl", "Execution", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Execution",
      dependencies: [
        "Memory", "Notebook", "Randomness", "Workers",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Commands",
      dependencies: ["Execution", "Learning", "Notebook", "Randomness", "Workers"],
      swiftSettings: strict
    ),
    .target(
      name: "Rendering",
      dependencies: [
        "CKernels", "Execution", "Notebook", "Workers",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [
        .embedInCode("HTML/report.css"), .embedInCode("HTML/prose.css"),
        .embedInCode("SVG/figure.css"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "lectern",
      dependencies: [
        "Commands", "Downloads", "Execution", "Notebook", "Rendering", "Workers",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      resources: [.embedInCode("Preview/preview.css"), .embedInCode("Preview/preview.js")],
      swiftSettings: strict,
      linkerSettings: standalone
    ),
    .target(
      name: "Benchmarking",
      dependencies: [
        "Execution", "Learning", "Randomness", "Rendering", "Workers",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.copy("Peers")],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "lectern-bench",
      dependencies: [
        "lectern", "Benchmarking",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "LessonTesting",
      dependencies: ["Execution", "Notebook", "Rendering", "Workers"],
      path: "Tests/LessonTesting",
      swiftSettings: strict
    ),
    .target(
      name: "HubTesting",
      dependencies: [.product(name: "Crypto", package: "swift-crypto")],
      path: "Tests/HubTesting",
      swiftSettings: strict
    ),
    .target(
      name: "ReaderFuzzing", dependencies: ["CZlib", "Learning"], path: "Tests/ReaderFuzzing",
      swiftSettings: strict),
    .executableTarget(
      name: "lectern-fuzz", dependencies: ["ReaderFuzzing"], path: "Tests/lectern-fuzz",
      swiftSettings: strict),
    .testTarget(
      name: "DownloadsTests", dependencies: ["Downloads", "Execution", "HubTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "RandomnessTests",
      dependencies: ["Randomness"],
      resources: [.copy("Frozen")],
      swiftSettings: strict
    ),
    .testTarget(name: "WorkersTests", dependencies: ["Workers"], swiftSettings: strict),
    .testTarget(
      name: "NotebookTests",
      dependencies: ["LessonTesting", "Notebook"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "LearningTests",
      dependencies: [
        "Learning", "Randomness", "CKernels", "ReaderFuzzing", "Workers",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [.copy("Frozen")],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ExecutionTests",
      dependencies: ["Execution", "LessonTesting", "Notebook", "Randomness"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CommandsTests",
      dependencies: ["Commands", "Execution", "LessonTesting", "Notebook"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "RenderingTests",
      dependencies: ["Execution", "LessonTesting", "Notebook", "Rendering", "Workers"],
      exclude: ["Snapshots"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "BenchmarkingTests", dependencies: ["Benchmarking"], swiftSettings: strict),
    .testTarget(
      name: "LecternTests", dependencies: ["HubTesting", "Execution", "Rendering"],
      swiftSettings: strict),
  ]
)
