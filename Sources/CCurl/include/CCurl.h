#ifndef C_CURL_H
#define C_CURL_H

#include <stdbool.h>
#include <stdint.h>

/// What one HTTP exchange asks for. All strings end in a zero byte; those that may be null are
/// left out when they are.
typedef struct {
  /// The address.
  const char *_Nonnull url;
  /// Whether `http` is allowed beside `https`.
  bool allows_http;
  /// The address of a proxy, or null for that of the environment.
  const char *_Nullable proxy;
  /// A file of certificates to trust in place of those of the system.
  const char *_Nullable certificates;
  /// What the last answer had as `ETag`, for `If-None-Match`.
  const char *_Nullable etag;
  /// What the last answer had as `Last-Modified`, for `If-Modified-Since`.
  const char *_Nullable last_modified;
  /// Where the body of an answer of status 200 goes; other bodies are dropped.
  int file_descriptor;
  /// The longest body, in bytes after decompression.
  int64_t byte_limit;
  /// How long to wait for a connection, and for the next byte, in seconds.
  long patience;
  /// Called now and then with the bytes received and those expected, 0 if that is not known;
  /// from the calling thread.
  void (*_Nullable progress)(void *_Nullable context, int64_t received, int64_t expected);
  void *_Nullable context;
} namesift_curl_request;

/// How an exchange ended.
typedef enum : int {
  /// There is an answer.
  namesift_curl_answered,
  /// The connection could not be made or broke: it may help to try again.
  namesift_curl_broken,
  /// TLS could not be set up with a server that is trusted.
  namesift_curl_untrusted,
  /// The body is longer than the limit.
  namesift_curl_too_long,
  /// The body could not be written.
  namesift_curl_unwritable,
  /// The request could not be made at all.
  namesift_curl_refused,
} namesift_curl_end;

/// What came of an exchange. All strings end in a zero byte.
typedef struct {
  namesift_curl_end end;
  /// The HTTP status, or 0.
  long status;
  /// The bytes written to the file.
  int64_t byte_count;
  /// The `errno` of a body that could not be written.
  int write_errno;
  /// What went wrong, in words.
  char message[256];
  /// The `ETag` and `Last-Modified` of the answer; empty when it has none, or too long a one.
  char etag[256];
  char last_modified[64];
  /// The absolute address that a redirection names; empty when there is none or it is too long.
  char location[2048];
} namesift_curl_response;

/// Opens libcurl, the first time that it is called.
///
/// Returns null when it is there, and otherwise why not, in words that stay valid.
const char *_Nullable namesift_curl_open(void);

/// Does one HTTP exchange, without following redirections, on the calling thread.
///
/// Only after `namesift_curl_open` returned null.
void namesift_curl_exchange(
    const namesift_curl_request *_Nonnull request, namesift_curl_response *_Nonnull response);

#endif
