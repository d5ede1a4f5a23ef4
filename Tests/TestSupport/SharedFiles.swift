private import Glibc

/// Finds the large real files that tests read when they are there.
public enum SharedFiles {
  /// The path of a file in the folder named by the environment variable `NAMESIFT_SHARED`, or else
  /// in `shared` beside the package.
  ///
  /// - Returns: The path; nil, after saying so, if there is no such file.
  public static func path(_ relative: String) -> String? {
    let path = folder + "/" + relative
    if access(path, R_OK) == 0 { return path }
    print("skipped: ../shared/\(relative) is not here")
    return nil
  }

  private static var folder: String {
    if let named = getenv("NAMESIFT_SHARED") { return String(cString: named) }
    // This file is three folders below the package.
    let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/" + package + "/../shared"
  }
}
