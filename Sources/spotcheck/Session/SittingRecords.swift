import Interface
import Predictions
import SystemPackage

/// The records of one reviewer over one set of files.
struct SittingRecords: Sendable {
  private struct PlaceRecord: Codable {
    var files: [String]
    var reviewer: String
    var tier: String?
    var key: String
    var row: Int
    var sort: String
    var filter: String
  }

  private struct FolderRecord: Codable {
    var folder: String
  }

  /// Covered texts looked at, per day: what a break suggestion and the reviewer may ask for.
  private struct ExposureRecord: Codable {
    var reviewer: String
    var days: [String: Int]
  }

  private let state: StateFolder
  private let files: [String]
  private let reviewer: String
  private let folder: String

  /// - Parameter files: the real paths of the predictions.
  init(state: StateFolder, files: [FilePath], reviewer: String) {
    self.state = state
    self.files = files.map(\.string)
    self.reviewer = reviewer
    folder = files.first?.removingLastComponent().string ?? ""
  }

  /// Where this reviewer stopped in these files.
  func place() -> Place? {
    guard let record = state.read(PlaceRecord.self, from: placeName),
      record.files == files, record.reviewer == reviewer
    else { return nil }
    return Place(
      tier: record.tier, key: record.key, row: record.row, sort: record.sort,
      filter: record.filter)
  }

  func remember(_ place: Place) throws(StateFolder.WriteError) {
    let record = PlaceRecord(
      files: files, reviewer: reviewer, tier: place.tier, key: place.key, row: place.row,
      sort: place.sort, filter: place.filter)
    try state.write(record, to: placeName)
  }

  /// Whether predictions of this folder were never opened here before.
  var isFirstStart: Bool {
    state.read(FolderRecord.self, from: folderName) == nil
  }

  func noteStart() throws(StateFolder.WriteError) {
    try state.write(FolderRecord(folder: folder), to: folderName)
  }

  /// Adds to the number of covered texts that were looked at on `day`.
  func addExposures(_ count: Int, on day: String) throws(StateFolder.WriteError) {
    let name = "exposures/\(Self.digest([reviewer])).json"
    var record =
      state.read(ExposureRecord.self, from: name) ?? ExposureRecord(reviewer: reviewer, days: [:])
    // Whatever stands there, others can write as well.
    let (sum, isTooMuch) = record.days[day, default: 0].addingReportingOverflow(count)
    record.days[day] = isTooMuch ? .max : sum
    try state.write(record, to: name)
  }

  private var placeName: String { "places/\(Self.digest(files + [reviewer])).json" }
  private var folderName: String { "folders/\(Self.digest([folder])).json" }

  /// A file name for some texts; a zero byte parts them, because no path holds one.
  private static func digest(_ texts: [String]) -> String {
    let digest = ContentDigest(of: texts.joined(separator: "\0").utf8)
    return String(digest.text.dropFirst("sha256:".count).prefix(32))
  }
}
