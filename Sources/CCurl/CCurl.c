// libcurl is opened when something is fetched, and not when the program starts: it would bring
// thirty libraries into every screening. The numbers below are its binary interface, which keeps
// them for as long as the library is called libcurl.so.4.

#include "CCurl.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

enum {
  OPTION_WRITEDATA = 10001,
  OPTION_URL = 10002,
  OPTION_PROXY = 10004,
  OPTION_ERRORBUFFER = 10010,
  OPTION_USERAGENT = 10018,
  OPTION_LOW_SPEED_LIMIT = 19,
  OPTION_LOW_SPEED_TIME = 20,
  OPTION_HTTPHEADER = 10023,
  OPTION_HEADERDATA = 10029,
  OPTION_NOPROGRESS = 43,
  OPTION_XFERINFODATA = 10057,
  OPTION_CAINFO = 10065,
  OPTION_CONNECTTIMEOUT = 78,
  OPTION_ACCEPT_ENCODING = 10102,
  OPTION_PROTOCOLS = 181,
  OPTION_WRITEFUNCTION = 20011,
  OPTION_HEADERFUNCTION = 20079,
  OPTION_XFERINFOFUNCTION = 20219,
  PROTOCOL_HTTP = 1,
  PROTOCOL_HTTPS = 2,
  INFO_RESPONSE_CODE = 0x200002,
  INFO_REDIRECT_URL = 0x10001F,
};

// The codes of failures that trying again may help against.
static bool is_broken(int code) {
  switch (code) {
  case 5:   // the name of the proxy is not known
  case 6:   // the name of the host is not known
  case 7:   // no connection
  case 16:  // HTTP/2
  case 18:  // fewer bytes than announced
  case 28:  // no byte for too long
  case 52:  // no answer
  case 55:  // sending
  case 56:  // receiving
  case 61:  // the compressed body is damaged
  case 92:  // a stream of HTTP/2
    return true;
  default:
    return false;
  }
}

// The codes of failures of TLS.
static bool is_untrusted(int code) {
  return code == 35 || code == 51 || code == 53 || code == 54 || code == 58 || code == 59
         || code == 60 || code == 66 || code == 77 || code == 80 || code == 82 || code == 83
         || code == 90 || code == 91;
}

typedef struct curl_slist curl_slist;

static struct {
  void *library;
  void *(*easy_init)(void);
  int (*easy_setopt)(void *, int, ...);
  int (*easy_perform)(void *);
  int (*easy_getinfo)(void *, int, ...);
  void (*easy_cleanup)(void *);
  curl_slist *(*slist_append)(curl_slist *, const char *);
  void (*slist_free_all)(curl_slist *);
  const char *(*easy_strerror)(int);
} curl;

// POSIX has it that a function pointer survives the way through `void *`.
static bool find(void *function, const char *name) {
  void *symbol = dlsym(curl.library, name);
  memcpy(function, &symbol, sizeof symbol);
  return symbol != NULL;
}

const char *namesift_curl_open(void) {
  if (curl.library) return NULL;
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) return "libcurl.so.4 cannot be opened; install the package libcurl4";
  curl.library = library;
  if (find(&curl.easy_init, "curl_easy_init") && find(&curl.easy_setopt, "curl_easy_setopt")
      && find(&curl.easy_perform, "curl_easy_perform")
      && find(&curl.easy_getinfo, "curl_easy_getinfo")
      && find(&curl.easy_cleanup, "curl_easy_cleanup")
      && find(&curl.slist_append, "curl_slist_append")
      && find(&curl.slist_free_all, "curl_slist_free_all")
      && find(&curl.easy_strerror, "curl_easy_strerror"))
    return NULL;
  curl.library = NULL;
  return "libcurl.so.4 lacks a function; install the package libcurl4 again";
}

typedef struct {
  void *handle;
  const namesift_curl_request *request;
  namesift_curl_response *response;
} exchange;

static size_t write_body(char *bytes, size_t size, size_t count, void *context) {
  exchange *self = context;
  size_t length = size * count;
  long status = 0;
  curl.easy_getinfo(self->handle, INFO_RESPONSE_CODE, &status);
  // The body of a redirection or an error is no list.
  if (status != 200) return length;
  if ((uint64_t)self->response->byte_count + length > (uint64_t)self->request->byte_limit) {
    self->response->end = namesift_curl_too_long;
    return 0;
  }
  for (size_t written = 0; written < length;) {
    ssize_t n = write(self->request->file_descriptor, bytes + written, length - written);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      self->response->end = namesift_curl_unwritable;
      self->response->write_errno = errno;
      return 0;
    }
    written += (size_t)n;
  }
  self->response->byte_count += (int64_t)length;
  return length;
}

// Copies the value of a header line without the blanks around it, if it is `name` and fits.
static void keep(const char *line, size_t length, const char *name, char *value, size_t room) {
  size_t start = strlen(name);
  if (length <= start || strncasecmp(line, name, start) != 0) return;
  while (start < length && (line[start] == ' ' || line[start] == '\t')) start++;
  while (length > start && strchr(" \t\r\n", line[length - 1])) length--;
  if (length - start >= room) return;
  memcpy(value, line + start, length - start);
  value[length - start] = 0;
}

static size_t read_header(char *bytes, size_t size, size_t count, void *context) {
  namesift_curl_response *response = ((exchange *)context)->response;
  size_t length = size * count;
  // A proxy or a server may send several heads: the last counts.
  if (length > 5 && strncmp(bytes, "HTTP/", 5) == 0) {
    response->etag[0] = 0;
    response->last_modified[0] = 0;
  }
  keep(bytes, length, "etag:", response->etag, sizeof response->etag);
  keep(bytes, length, "last-modified:", response->last_modified, sizeof response->last_modified);
  return length;
}

static int tell_progress(
    void *context, int64_t total, int64_t now, int64_t upload_total, int64_t upload_now) {
  (void)upload_total;
  (void)upload_now;
  const namesift_curl_request *request = ((exchange *)context)->request;
  request->progress(request->context, now, total);
  return 0;
}

static curl_slist *add_header(curl_slist *headers, const char *name, const char *value) {
  char line[512];
  int length = snprintf(line, sizeof line, "%s: %s", name, value);
  if (length < 0 || length >= (int)sizeof line) return headers;
  curl_slist *longer = curl.slist_append(headers, line);
  return longer ? longer : headers;
}

void namesift_curl_exchange(
    const namesift_curl_request *request, namesift_curl_response *response) {
  memset(response, 0, sizeof *response);
  response->end = namesift_curl_refused;
  void *handle = curl.easy_init();
  if (!handle) {
    snprintf(response->message, sizeof response->message, "libcurl cannot be started");
    return;
  }
  exchange self = {handle, request, response};
  curl_slist *headers = NULL;
  if (request->etag) headers = add_header(headers, "If-None-Match", request->etag);
  if (request->last_modified)
    headers = add_header(headers, "If-Modified-Since", request->last_modified);

  curl.easy_setopt(handle, OPTION_URL, request->url);
  curl.easy_setopt(
      handle, OPTION_PROTOCOLS,
      (long)(request->allows_http ? PROTOCOL_HTTP | PROTOCOL_HTTPS : PROTOCOL_HTTPS));
  if (request->proxy) curl.easy_setopt(handle, OPTION_PROXY, request->proxy);
  if (request->certificates) curl.easy_setopt(handle, OPTION_CAINFO, request->certificates);
  if (headers) curl.easy_setopt(handle, OPTION_HTTPHEADER, headers);
  curl.easy_setopt(handle, OPTION_USERAGENT, "namesift");
  // Every compression that the library knows, undone on the way.
  curl.easy_setopt(handle, OPTION_ACCEPT_ENCODING, "");
  curl.easy_setopt(handle, OPTION_CONNECTTIMEOUT, request->patience);
  curl.easy_setopt(handle, OPTION_LOW_SPEED_LIMIT, 1L);
  curl.easy_setopt(handle, OPTION_LOW_SPEED_TIME, request->patience);
  curl.easy_setopt(handle, OPTION_WRITEFUNCTION, write_body);
  curl.easy_setopt(handle, OPTION_WRITEDATA, &self);
  curl.easy_setopt(handle, OPTION_HEADERFUNCTION, read_header);
  curl.easy_setopt(handle, OPTION_HEADERDATA, &self);
  curl.easy_setopt(handle, OPTION_ERRORBUFFER, response->message);
  if (request->progress) {
    curl.easy_setopt(handle, OPTION_NOPROGRESS, 0L);
    curl.easy_setopt(handle, OPTION_XFERINFOFUNCTION, tell_progress);
    curl.easy_setopt(handle, OPTION_XFERINFODATA, &self);
  }

  int code = curl.easy_perform(handle);
  if (code == 0) {
    response->end = namesift_curl_answered;
    curl.easy_getinfo(handle, INFO_RESPONSE_CODE, &response->status);
    const char *location = NULL;
    curl.easy_getinfo(handle, INFO_REDIRECT_URL, &location);
    if (location && strlen(location) < sizeof response->location)
      strcpy(response->location, location);
  } else if (
      response->end != namesift_curl_too_long && response->end != namesift_curl_unwritable) {
    if (is_broken(code)) response->end = namesift_curl_broken;
    if (is_untrusted(code)) response->end = namesift_curl_untrusted;
    if (response->message[0] == 0)
      snprintf(
          response->message, sizeof response->message, "%s", curl.easy_strerror(code));
  }
  curl.slist_free_all(headers);
  curl.easy_cleanup(handle);
}
