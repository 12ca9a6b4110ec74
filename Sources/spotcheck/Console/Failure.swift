import ArgumentParser
import Configuration
import Evaluation
import Exporting
import Predictions
import Reviewing
import Screen
import TerminalDevice

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What an error says to a person and to the shell: the one place that knows both.
struct Failure {
  /// The text; empty where there is nothing to say.
  let message: String
  let status: Int32
  /// The text is what was asked for, such as a help page, and not an error.
  var isResult = false

  /// The message without the word in front that says it is an error, for a line of the screen.
  var sentence: String {
    message.hasPrefix("error: ") ? String(message.dropFirst(7)) : message
  }

  init(_ error: any Error) {
    if let sentence = Self.usageSentence(error) {
      self.init(message: "error: \(sentence)", status: ExitStatus.usage.rawValue)
    } else if let sentence = Self.sentence(error) {
      self.init(message: "error: \(sentence)", status: ExitStatus.failed.rawValue)
    } else if let code = error as? ExitCode {
      self.init(message: "", status: code.rawValue)
    } else if error as? Console.OutputError == .closed || error as? SinkError == .closed {
      self.init(message: "", status: ExitStatus.done.rawValue)
    } else {
      self.init(parsing: error)
    }
  }

  private init(message: String, status: Int32, isResult: Bool = false) {
    self.message = message
    self.status = status
    self.isResult = isResult
  }

  /// Errors and help pages of the argument parser, which knows their words and statuses.
  private init(parsing error: any Error) {
    let status = Spotcheck.exitCode(for: error).rawValue
    let message = Spotcheck.fullMessage(for: error)
    self.init(
      message: message.hasPrefix("Error: ") ? "error: \(message.dropFirst(7))" : message,
      status: status, isResult: status == ExitStatus.done.rawValue)
  }

  /// Says it and ends the process.
  func exit() -> Never {
    var status = status
    if isResult {
      do throws(Console.OutputError) {
        try Console.write(message.hasSuffix("\n") ? message : message + "\n")
      } catch {
        let failure = Failure(error)
        if !failure.message.isEmpty { Console.report(failure.message) }
        status = failure.status
      }
    } else if !message.isEmpty {
      Console.report(message)
    }
    #if canImport(Glibc)
      Glibc.exit(status)
    #else
      Darwin.exit(status)
    #endif
  }

  /// The sentence of an error that the command line caused.
  private static func usageSentence(_ error: any Error) -> String? {
    switch error {
    case let error as UsageError: error.sentence
    case let error as QueryError: "the query: \(error)"
    case let error as DrawError where error.isUsage: error.words
    case let error as KeyScriptError: error.description
    case let error as ExportFieldError: error.words
    default: nil
    }
  }

  /// The sentence of an error that the world caused.
  private static func sentence(_ error: any Error) -> String? {
    switch error {
    case let error as CommandError: error.sentence
    case let error as DrawError: error.words
    case let error as OpenError: error.sentence
    case let error as ReadError: error.words
    case let error as LedgerError: error.description
    case let error as TerminalError: error.description
    case let error as PrivateFileError: error.words
    case let error as LedgerCutError: error.words
    case let error as ConfigurationError: error.description
    case SinkError.failed(let errno): "cannot write to standard output: \(errno)"
    case Console.OutputError.failed(let errno): "cannot write to standard output: \(errno)"
    default: nil
    }
  }
}
