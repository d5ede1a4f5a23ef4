internal import CMeasureData

extension MeasureCatalogue {
  /// The measures of `Data/measures`, which are inside the program.
  public static let builtIn: MeasureCatalogue = {
    var catalogue = MeasureCatalogue()
    for number in 0..<namesift_measure_file_count() {
      let file = namesift_measure_file(number)
      // SAFETY: the bytes and the path are constants of the binary, as many as the count says.
      let bytes = UnsafeBufferPointer(start: file.bytes, count: file.byte_count)
      let path = String(cString: file.path)
      do {
        catalogue = catalogue.overridden(by: try MeasureCatalogue(measures: bytes, path: path))
      } catch {
        fatalError("the data inside the program are wrong: \(error)")
      }
    }
    return catalogue
  }()
}
