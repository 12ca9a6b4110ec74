import Foundation
import TestSupport
import Testing

@testable import Predictions

@Suite("Paths without links")
struct RealPathsTests {
  @Test("are what the system makes of each path by itself")
  func same() throws {
    let folder = try TemporaryFolder()
    try folder.write("1", to: "runs/a.jsonl")
    try folder.write("2", to: "runs/caf\u{E9}.jsonl")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "linked"), withDestinationPath: "runs")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "runs/link.jsonl"), withDestinationPath: "a.jsonl")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "runs/nowhere"), withDestinationPath: "gone")
    var paths = RealPaths()
    let names = [
      "runs/a.jsonl", "linked/a.jsonl", "linked/caf\u{E9}.jsonl", "runs/link.jsonl",
      "linked/link.jsonl", "runs/../runs/a.jsonl", "linked/../linked/a.jsonl", "runs//a.jsonl",
      "runs", "runs/", "linked/", "linked", "runs/.", "linked/..", "runs/nowhere", "runs/gone",
      "gone/a", "runs/a.jsonl/", "runs/a.jsonl/b",
    ].map { "\(folder.path)/\($0)" }
    for path in names + ["/", "/tmp", "/.", "//tmp", ".", "..", "", "gone", "/gone"] {
      #expect(paths.path(of: path) == Self.alone(path), "\(path)")
    }
  }

  private static func alone(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
