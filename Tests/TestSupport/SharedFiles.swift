private import Glibc

/// The large published files that tests read when they are there and the project does not commit.
public enum SharedFiles {
  /// The path of a shared file or folder.
  ///
  /// The files are looked for in the folder that the environment variable `NAMESIFT_SHARED` names,
  /// then in `shared` beside the package.
  ///
  /// - Parameter relative: The path inside the shared folder.
  /// - Returns: Nil, after a line that says so, when it is not here.
  public static func path(_ relative: String) -> String? {
    var folders: [String] = []
    if let folder = unsafe getenv("NAMESIFT_SHARED") {
      folders.append(unsafe String(cString: folder))
    }
    // This file is <package>/Tests/TestSupport/SharedFiles.swift.
    let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    folders.append("/\(package)/../shared")
    for folder in folders where access("\(folder)/\(relative)", F_OK) == 0 {
      return "\(folder)/\(relative)"
    }
    print("skipped: ../shared/\(relative) is not here")
    return nil
  }
}
