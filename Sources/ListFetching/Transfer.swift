private import CCurl
private import Glibc

/// What an exchange with a server gave.
struct TransferAnswer {
  /// The HTTP status.
  var status: Int
  /// The bytes of the body that were written; 0 unless the status is 200.
  var byteCount: Int
  /// The headers that tell versions apart.
  var etag: String?
  var lastModified: String?
  /// The absolute address of a redirection.
  var location: String?
}

/// Why there was no answer.
enum TransferFault: Error {
  /// The connection could not be made or broke.
  case broken(String)
  /// No trusted TLS connection.
  case untrusted(String)
  /// The body is longer than the limit.
  case tooLong
  /// The body could not be written.
  case unwritable(errno: Int32)
  /// The request cannot be made.
  case badRequest(String)
}

/// One request for the bytes at an address, without following redirections.
struct Transfer {
  var url: WebAddress
  var proxy: String?
  var certificates: String?
  var etag: String?
  var lastModified: String?
  var byteLimit: Int
  /// How long to wait for a connection and for the next byte, in seconds.
  var patience: Int

  /// Opens libcurl.
  ///
  /// - Returns: Why it cannot be opened, or nil.
  static func openLibrary() -> String? {
    // SAFETY: the result is a constant text or nil.
    unsafe namesift_curl_open().map { unsafe String(cString: $0) }
  }

  /// Asks, and writes the body of an answer of status 200 to a file.
  ///
  /// - Parameter progress: Called with the bytes received and those expected, 0 if not known.
  /// - Throws: ``TransferFault`` when there is no answer.
  /// - Precondition: ``openLibrary()`` has returned nil.
  func perform(
    to fileDescriptor: Int32, progress: (_ received: Int, _ expected: Int) -> Void
  ) throws(TransferFault) -> TransferAnswer {
    var response = namesift_curl_response()
    withoutActuallyEscaping(progress) { progress in
      var context = ProgressContext(report: progress)
      withStrings { url, proxy, certificates, etag, lastModified in
        // SAFETY: all pointers are to values that live until the call has returned, and the
        // function keeps none; the context is read by the callback as what it is.
        unsafe withUnsafeMutablePointer(to: &context) { context in
          var request = unsafe namesift_curl_request(
            url: url, allows_http: !self.url.isSecure, proxy: proxy,
            certificates: certificates, etag: etag, last_modified: lastModified,
            file_descriptor: fileDescriptor, byte_limit: Int64(byteLimit), patience: patience,
            progress: { context, received, expected in
              unsafe context?.assumingMemoryBound(to: ProgressContext.self).pointee
                .report(Int(received), Int(expected))
            }, context: context)
          unsafe namesift_curl_exchange(&request, &response)
        }
      }
    }
    let message = text(&response.message)
    switch response.end {
    case namesift_curl_answered: break
    case namesift_curl_broken: throw .broken(message)
    case namesift_curl_untrusted: throw .untrusted(message)
    case namesift_curl_too_long: throw .tooLong
    case namesift_curl_unwritable: throw .unwritable(errno: response.write_errno)
    default: throw .badRequest(message)
    }
    func value(_ text: String) -> String? { text.isEmpty ? nil : text }
    return TransferAnswer(
      status: response.status, byteCount: Int(response.byte_count),
      etag: value(text(&response.etag)), lastModified: value(text(&response.last_modified)),
      location: value(text(&response.location)))
  }

  private struct ProgressContext {
    let report: (Int, Int) -> Void
  }

  private typealias CString = UnsafePointer<CChar>

  /// Lends the strings of the request, those that are nil as null.
  private func withStrings(
    _ body: (CString, CString?, CString?, CString?, CString?) -> Void
  ) {
    func lend(_ text: String?, _ body: (CString?) -> Void) {
      if let text { unsafe text.withCString { unsafe body($0) } } else { body(nil) }
    }
    unsafe url.description.withCString { url in
      unsafe lend(proxy) { proxy in
        unsafe lend(certificates) { certificates in
          unsafe lend(etag) { etag in
            unsafe lend(lastModified) { lastModified in
              unsafe body(url, proxy, certificates, etag, lastModified)
            }
          }
        }
      }
    }
  }
}

/// The text of an array of characters that ends in a zero byte.
private func text<T>(_ characters: inout T) -> String {
  unsafe withUnsafeBytes(of: &characters) { bytes in
    unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }
}
