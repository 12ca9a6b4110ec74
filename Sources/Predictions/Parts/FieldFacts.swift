/// What one field held in the sampled rows.
struct FieldFacts: Sendable {
  /// How many different values are told apart before a field counts as free text.
  static let distinctLimit = 50

  let path: FieldPath
  /// The exact keys and indices; a key may hold dots itself.
  let components: [FieldPath.Component]
  /// The place among the rows,file order.
  let order: Int
  /// The whole path as names are compared.
  let wholeName: String
  /// The last key as names are compared; empty for an element of a list.
  let lastName: String

  /// Rows in which the field has a value other than null.
  var present = 0
  var nulls = 0
  var strings = 0
  var numbers = 0
  var booleans = 0
  var objects = 0
  var lists = 0
  var chats = 0

  var emptyTexts = 0
  var numericTexts = 0
  var booleanTexts = 0
  var hashTexts = 0
  var linedTexts = 0
  var spacedTexts = 0
  var textBytes = 0

  var minimum = Double.infinity
  var maximum = -Double.infinity
  var integers = 0
  var notANumber = 0
  /// How many values from the start on equal the first one.
  var leadingEqual = 0
  var firstNumber: Double?
  var isLeading = true

  var distinct: Set<String> = []
  var hasManyValues = false
  /// The longest and the shortest list.
  var listLengths: ClosedRange<Int>?
  /// Objects, all of whose values are numbers.
  var numberMaps = 0
  /// Lists of numbers, and lists of `{label, score}`.
  var numberLists = 0
  var labelledLists = 0

  init(path: FieldPath, components: [FieldPath.Component], order: Int) {
    self.path = path
    self.components = components
    self.order = order
    // Every part asks every field for its names: worked out once, or wide rows take minutes.
    wholeName = PartNames.normalised(path.description)
    lastName = if case .key(let key) = components.last { PartNames.normalised(key) } else { "" }
  }
}

extension FieldFacts {
  var depth: Int { components.count }
  var hasIndex: Bool { components.contains { if case .index = $0 { true } else { false } } }

  /// The key around the last one, indices aside, as names are compared.
  var parentName: String {
    let keys = components.compactMap { if case .key(let key) = $0 { key } else { nil } }
    return keys.count > 1 ? PartNames.normalised(keys[keys.count - 2]) : ""
  }

  var scalars: Int { strings + numbers + booleans }
  var isScalar: Bool { scalars > 0 && scalars == present }
  /// Hexadecimal digests are never text.
  var isHash: Bool { strings > 0 && hashTexts * 2 > strings }
  var meanLength: Double { strings == 0 ? 0 : Double(textBytes) / Double(strings) }
  var filled: Int { present - emptyTexts }

  /// Numbers, or cells that read as numbers; empty cells aside.
  var isNumeric: Bool {
    let readable = numbers + numericTexts
    return readable > 0 && readable == filled
  }

  /// Nothing but numbers and truth values, in whatever spelling and mixture.
  var isNumberOrBoolean: Bool {
    filled > 0 && numbers + numericTexts + booleans + booleanTexts == filled
  }

  /// True or false, in whatever spelling; 0 and 1 count when they are all there is.
  var isBoolean: Bool {
    guard filled > 0, booleans + booleanTexts + numbers + numericTexts == filled else {
      return false
    }
    return booleans + booleanTexts == filled || isZeroOrOne
  }

  var isZeroOrOne: Bool {
    isNumeric && integers == numbers + numericTexts && minimum >= 0 && maximum <= 1
  }

  /// Numbers from 0 to 1; a field in which every number is `NaN` has none.
  var isProbability: Bool { isNumeric && minimum >= 0 && minimum <= maximum && maximum <= 1 }

  /// Reads like sentences, not like labels.
  var isProse: Bool { meanLength > 40 || spacedTexts * 2 > max(1, strings) && meanLength > 20 }

  /// No two rows hold the same value.
  var isUnique: Bool { !hasManyValues && distinct.count == filled || hasManyValues }
}
