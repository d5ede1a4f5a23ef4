internal import ArgumentParser

/// The exit statuses that are ours; usage is ArgumentParser's 64.
extension ExitCode {
  /// Finished, but part of the input could not be read.
  static let someRejected = ExitCode(1)
  /// Could not start or could not finish.
  static let failed = ExitCode(2)
}

/// Runs `body`; what it throws goes to stderr and ends the command with status 2.
func reportingFailure<Result>(_ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let exit as ExitCode {
    throw exit
  } catch let usage as ValidationError {
    throw usage
  } catch {
    StandardError.write("\(error)")
    throw ExitCode.failed
  }
}
