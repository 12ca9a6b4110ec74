/// Finds out which field plays which part: by hand first, then by name, then by shape.
///
/// Each choice takes its field, so one field plays one part; the order in which parts choose is
/// that of ``recognise()``. Nothing here reads more than the sampled rows.
struct PartRecogniser {
  let census: FieldCensus
  let sample: RowSample
  let chosen: [Part: [String]]
  /// Segments of other files that are read with this one.
  let otherSegments: [String]
  /// The ranges of their numbers.
  let otherBins: [String: SegmentBins]
  var taken: Set<Int> = []
  /// The score beside a label that was read as the output.
  var labelScore: FieldFacts?
  var parts = RecognisedParts()

  init(
    sample: RowSample, chosen: [Part: [String]] = [:], otherSegments: [String] = [],
    otherBins: [String: SegmentBins] = [:]
  ) {
    self.sample = sample
    self.chosen = chosen
    self.otherSegments = otherSegments
    self.otherBins = otherBins
    census = FieldCensus(sample)
  }

  /// The parts of the sampled file.
  static func recognise(
    _ sample: RowSample, chosen: [Part: [String]] = [:], otherSegments: [String] = [],
    otherBins: [String: SegmentBins] = [:]
  ) -> RecognisedParts {
    var recogniser = PartRecogniser(
      sample: sample, chosen: chosen, otherSegments: otherSegments, otherBins: otherBins)
    recogniser.recognise()
    recogniser.parts.known = recogniser.census.fields.map(\.path)
    return recogniser.parts
  }

  private mutating func recognise() {
    reserveChosen()
    recogniseTexts()
    recogniseId()
    recogniseNumbers()
    recogniseAutomatic()
    parts.shield = recogniseScalar(.shield) { $0.isNumberOrBoolean }
    parts.model = recogniseScalar(.model) { $0.strings > 0 && $0.meanLength <= 80 }
    parts.run = recogniseScalar(.run) { $0.meanLength <= 120 }
    parts.time = recogniseScalar(.time) { $0.isTime && !Self.isInsideAPart($0) }
    recogniseSegments()
    explainWhatIsMissing()
  }

  /// Fields named by hand play no other part.
  private mutating func reserveChosen() {
    for part in Part.allCases {
      for path in chosen[part] ?? [] {
        if let field = census.field(at: path) {
          take(field)
        } else {
          parts.notes.append(
            "no row at the start of the file has the field \(path), which is named as "
              + "\(part.rawValue)")
        }
      }
    }
  }

  /// The field that was named by hand, read as a path where no row has it.
  func chosenPlace(_ part: Part) -> (path: String, place: RecognisedParts.Place)? {
    guard let path = chosen[part]?.first else { return nil }
    return (path, place(of: path))
  }

  func place(of path: String) -> RecognisedParts.Place {
    census.field(at: path)?.components ?? FieldPath(path).components
  }

  mutating func take(_ field: FieldFacts) { taken.insert(field.order) }
  func isTaken(_ field: FieldFacts) -> Bool { taken.contains(field.order) }

  mutating func record(_ part: Part, _ path: String, _ why: String) {
    parts.fields[part, default: []].append(RecognisedField(path: path, why: why))
  }

  /// Why a field that was named by hand plays its part.
  static let byHand = "named by you"

  /// A part that is one scalar field.
  mutating func recogniseScalar(
    _ part: Part, where isFit: (FieldFacts) -> Bool
  ) -> RecognisedParts.Place? {
    if let (path, place) = chosenPlace(part) {
      record(part, path, Self.byHand)
      return place
    }
    let fits = { (field: FieldFacts) in field.isScalar && isFit(field) }
    guard let (field, why) = find(PartNames.names(of: part), where: fits) else { return nil }
    take(field)
    record(part, field.path.description, why)
    return field.components
  }

  /// The field that has the first of `names` as its whole path, else as its last component.
  func find(
    _ names: [String], where isFit: (FieldFacts) -> Bool
  ) -> (field: FieldFacts, why: String)? {
    // What fits may mean reading the rows again: asked of few fields, or wide rows take minutes.
    let wanted = Set(names)
    let free = census.fields.filter {
      $0.present > 0 && (wanted.contains($0.wholeName) || wanted.contains($0.lastName))
        && !isTaken($0) && isFit($0)
    }
    for name in names {
      if let field = free.first(where: { $0.wholeName == name && !$0.hasIndex }) {
        return (field, "named \(field.path)")
      }
    }
    let nested = free.filter { $0.depth > 1 && !$0.hasIndex && !isAside($0) }
      .sorted { ($0.depth, $0.order) < ($1.depth, $1.order) }
    for name in names {
      if let field = nested.first(where: { $0.lastName == name }) {
        return (field, "its last part is named like it")
      }
    }
    return nil
  }

  /// Places in which names mean something else: logs of events, settings, counts of tokens.
  func isAside(_ field: FieldFacts) -> Bool {
    field.components.dropLast().contains {
      guard case .key(let key) = $0 else { return false }
      return Self.asides.contains(PartNames.normalised(key))
    }
  }

  private static let asides: Set<String> = [
    "events", "attachments", "store", "usage", "modelusage", "tools", "adapterspec", "config",
    "messages", "errorretries", "tokenusage", "stats", "huggingfaceargument", "feedbackstats",
  ]
}
