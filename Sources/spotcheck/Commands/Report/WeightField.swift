import Evaluation
import Predictions

/// The field by which predictions count, and who named it.
struct WeightField {
  let field: String
  private let place: String

  /// Nothing where neither names one; the command line comes first.
  init?(option: String?, configured: String?) {
    guard let field = option ?? configured else { return nil }
    self.field = field
    place = option == nil ? "weight: in spotcheck.yaml" : "--weight"
  }

  /// Throws where no row has such a field, or where it could be several; says where none was seen.
  ///
  /// Also where nothing was drawn yet that could be weighted: who spells it wrong should not learn it
  /// when the draw is done.
  func check(in files: [FileReport]) throws(UsageError) {
    let path: FieldPath
    do throws(QueryError) {
      path = try WeightedEstimate.path(named: field, in: files)
    } catch .unknownField {
      throw UsageError("\(place): \(UnknownField(field, in: files).words)")
    } catch {
      throw UsageError("\(place): \(error.words)")
    }
    guard files.contains(where: { !$0.known.isEmpty }),
      let note = NamedFields.note(on: path.description, by: place, in: files)
    else { return }
    Console.report("note: \(note)")
  }
}
