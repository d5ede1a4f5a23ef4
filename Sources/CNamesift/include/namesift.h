/// Screens names against restricted-party lists: the interface of `libnamesift.so`.
///
/// Any number of threads may call any function with the same screener. No function keeps a pointer
/// that it is given, none writes to the standard streams, and none starts a thread.
///
/// Functions that can fail return a status. When it is not `NAMESIFT_OK`, `*message`, unless
/// `message` is null, is a sentence that says what is wrong, where, with the actual value and the
/// limit, to be freed by `namesift_free`; all other results are untouched. No message contains a
/// screened name.
///
/// Text in is UTF-8. Text out is UTF-8 that ends in NUL.
#ifndef NAMESIFT_H
#define NAMESIFT_H

#include <stddef.h>
#include <stdint.h>

#include "namesift_arrow.h"

#if defined(__cplusplus)
extern "C" {
#endif

/// The version of this interface. It grows when a caller that was compiled before must change.
#define NAMESIFT_ABI_VERSION 1

/// How a call ended.
typedef enum namesift_status {
  NAMESIFT_OK = 0,
  /// An argument is wrong: a field specification, a column that is missing or of another type, a
  /// number out of its range, text that is not UTF-8.
  NAMESIFT_INVALID_ARGUMENT = 1,
  /// The index file cannot be read, is damaged or is of another version.
  NAMESIFT_INVALID_INDEX = 2,
  /// The policy, the facts, the measures or another part of the configuration is refused.
  NAMESIFT_INVALID_CONFIGURATION = 3,
  /// The Arrow structures contradict themselves.
  NAMESIFT_INVALID_ARROW = 4,
  /// The result is larger than an Arrow array of this kind can be; give fewer rows.
  NAMESIFT_TOO_LARGE = 5,
} namesift_status;

/// Lists with a policy, ready to be screened against.
typedef struct namesift_screener namesift_screener;

/// How to screen a batch. Fill it with zeros for the defaults.
typedef struct namesift_options {
  /// Where the parties are, as for `namesift screen --fields`: `ROLE.ATTR=COLUMN,…`, ended by NUL;
  /// null recognises well-known column names.
  const char *fields;
  /// The row to begin with, counting from 0 within the batch.
  int64_t first_row;
  /// The rows to screen; 0 and less means all up to the end.
  int64_t row_count;
  /// The number that the first row of the batch has in `record` of the results.
  int64_t first_record;
  /// The most matches of one record; the others are counted. 0 means 25.
  int32_t maximum_matches;
  /// Not 0: fill the column `explanation`.
  int32_t explain;
} namesift_options;

/// What became of the records of a batch: `records` is the sum of `clear`, `alert`, `unscreenable`
/// and `rejected`.
typedef struct namesift_counts {
  int64_t records;
  int64_t clear;
  int64_t alert;
  int64_t unscreenable;
  int64_t rejected;
  /// The names that were screened; empty ones and nulls are none.
  int64_t names;
  /// The identifiers that were looked up.
  int64_t identifiers;
  /// The matches that are reported.
  int64_t matches;
  /// The matches over `maximum_matches`.
  int64_t omitted;
  /// Matches that the policy held back, by reason.
  int64_t suppressed_below_threshold;
  int64_t suppressed_weak_name;
  int64_t suppressed_single_token;
  int64_t suppressed_generic_name;
  int64_t suppressed_birth_date;
  int64_t suppressed_country;
  int64_t suppressed_type;
  /// The records with a match by what follows from it, the most severe of their matches.
  int64_t outcome_block;
  int64_t outcome_prohibited;
  int64_t outcome_licence_required;
  int64_t outcome_indeterminate;
  int64_t outcome_review;
  int64_t outcome_not_yet_prohibited;
  int64_t outcome_permitted_divestment;
  int64_t outcome_permitted;
  int64_t outcome_not_restricted;
} namesift_counts;

/// The version of the interface that the library has: compare it with `NAMESIFT_ABI_VERSION`.
uint32_t namesift_abi_version(void);

/// The version of the engine, such as `0.1.0`; never freed.
const char *namesift_engine_version(void);

/// What to screen by. All texts end in NUL; fill it with zeros for the defaults.
typedef struct namesift_configuration {
  /// A policy as for `--config`, as JSON; null for the default policy.
  const char *policy;
  /// Facts of all transactions whose records do not state them, as for `--fact`: lines of
  /// `ATTR=VALUE`; null for none.
  const char *facts;
  /// The time as of which all transactions are judged, as for `--as-of`; null for their own dates.
  const char *as_of;
  /// Measures that add to those inside the library, as for `--measures`, as JSON; null for none.
  const char *measures;
  /// The file of what lies under instruments, as for `--instruments`; null for none.
  const char *instruments_path;
  /// The file of who owns whom, as for `--ownership`; null for none.
  const char *ownership_path;
  /// The lowest score that is a match, in ten-thousandths, 1...10000, in place of all thresholds of
  /// the policy; 0 leaves these.
  int32_t threshold;
} namesift_configuration;

/// Opens an index made by `namesift compile`, by mapping it into memory.
///
/// All processes of a machine that open the same file share its pages.
///
/// - index_path: the file, ended by NUL.
/// - configuration: null for the defaults.
/// - screener: set to the screener, to be closed by `namesift_close`.
namesift_status namesift_open(const char *index_path, const namesift_configuration *configuration,
                              namesift_screener **screener, char **message);

/// Closes a screener that no other thread uses. Null does nothing.
void namesift_close(namesift_screener *screener);

/// Describes a screener as a JSON object: engine, ICU and table versions, lists with their hashes,
/// policy; the members are named as in the run manifest.
namesift_status namesift_describe(const namesift_screener *screener, char **json, char **message);

/// What screening a batch gave.
typedef struct namesift_result namesift_result;

/// Screens the rows of a batch.
///
/// The batch is a struct array, of which each column is a field and each row a record, or a text
/// array, of which each row is one name. Text columns are utf8, large_utf8 or utf8_view, or
/// dictionaries of these; null rows have no name. Neither is released; nothing of them is copied.
///
/// - options: null for the defaults.
/// - result: set to the result, to be closed by `namesift_result_close`.
namesift_status namesift_screen(const namesift_screener *screener,
                                const struct ArrowSchema *schema, const struct ArrowArray *batch,
                                const namesift_options *options, namesift_result **result,
                                char **message);

/// What became of the records.
namesift_counts namesift_result_counts(const namesift_result *result);

/// The matches, record by record, best first, as a struct array that the caller releases.
///
/// Its columns: record (int64), field, role, list, uid, name, matched_name, name_type, strength
/// (utf8), score (float64 in 0...1, a multiple of 0.0001), reasons (list of utf8), explanation
/// (utf8, JSON, null unless asked for), identifier_kind, identifier, owned_percent (utf8, null unless
/// the match is by one), identity, outcome (utf8), measures (utf8, JSON as in an output line of the
/// command). It can be asked for again, and outlives the result.
void namesift_result_matches(const namesift_result *result, struct ArrowSchema *schema,
                             struct ArrowArray *matches);

/// What could not be screened, record by record, as a struct array that the caller releases.
///
/// Its columns: record (int64), field, role (utf8, null where it is the whole record), code (utf8),
/// count and limit (int64, null where there is none). NO_NAME, NO_LETTER_OR_DIGIT, TOO_MANY_TOKENS
/// and TOKEN_TOO_LONG are of names that could not be screened; INVALID_ENCODING, NUL_BYTE (count is
/// the byte, from 0) and TOO_LONG are of rejected records; MATCHES_OMITTED tells the matches of a
/// record that there was no room for. WRONG_CHECK_DIGIT, NO_EXCHANGE and the other codes are those of
/// `unscreenable` and `notes` in an output line of the command.
void namesift_result_notices(const namesift_result *result, struct ArrowSchema *schema,
                             struct ArrowArray *notices);

/// The matches of several results as one stream, a batch each, that the caller releases.
void namesift_matches_stream(const namesift_result *const *results, size_t count,
                             struct ArrowArrayStream *stream);

/// The notices of several results as one stream, a batch each, that the caller releases.
void namesift_notices_stream(const namesift_result *const *results, size_t count,
                             struct ArrowArrayStream *stream);

/// Closes a result. Arrays and streams made of it stay. Null does nothing.
void namesift_result_close(namesift_result *result);

/// What is known of one party. Texts need no NUL; null texts are not known.
typedef struct namesift_party {
  const char *name;
  size_t name_length;
  /// `person`, `organisation`, `vessel` and the other words that records may have.
  const char *type;
  size_t type_length;
  /// A code of ISO 3166 or an English name.
  const char *country;
  size_t country_length;
  /// Such as `1948-12-10`, `10.12.1948` or `1948`.
  const char *birth_date;
  size_t birth_date_length;
} namesift_party;

/// Screens one name.
///
/// - maximum_matches: the most matches; 0 means 25.
/// - json: set to an object with `verdict` (`clear`, `alert` or `unscreenable`), `matches`,
///   `omitted` and `reason` (null unless unscreenable), to be freed by `namesift_free`.
namesift_status namesift_screen_name(const namesift_screener *screener,
                                     const namesift_party *party, int32_t maximum_matches,
                                     char **json, char **message);

/// Tells of the listed parties most like a name how their scores come about, whatever they are.
///
/// - uid: the identifier of the entries to compare with, ended by NUL; null for all.
/// - maximum_matches: the most entries; 0 means 3.
/// - json: set to an array of objects as `namesift explain --json` writes them, best first, to be
///   freed by `namesift_free`.
namesift_status namesift_explain(const namesift_screener *screener, const namesift_party *party,
                                 const char *uid, int32_t maximum_matches, char **json,
                                 char **message);

/// Scores two names against each other, without any list.
///
/// - type: what the listed party is, ended by NUL, or null.
/// - score: set to the score, in 0...1.
/// - json: unless null, set to the object that `namesift score --json` writes, to be freed by
///   `namesift_free`.
namesift_status namesift_score(const char *query, size_t query_length, const char *listed,
                               size_t listed_length, const char *type, double *score, char **json,
                               char **message);

/// Frees text that a function made. Null does nothing.
void namesift_free(char *text);

#if defined(__cplusplus)
}
#endif

#endif
