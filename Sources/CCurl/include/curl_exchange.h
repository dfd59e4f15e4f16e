// One request through libcurl, which is loaded with the first one: with all that it brings along, it would take as long to
// load as the rest of the program, and most runs fetch nothing.

#ifndef LECTERN_CURL_EXCHANGE_H
#define LECTERN_CURL_EXCHANGE_H

#include <stdbool.h>
#include <stddef.h>

// What is done with an answer while it comes. Each function returns whether to go on.
typedef struct {
  // Handed to the functions.
  void *context;
  // Takes a line of the head without its end; the empty line ends the head.
  bool (*take_line)(void *context, const char *line, size_t length);
  // Takes the next bytes of the body.
  bool (*take_bytes)(void *context, const void *bytes, size_t count);
  // Called again and again, at least some twenty times a second, whether or not anything comes.
  bool (*goes_on)(void *context);
} lectern_curl_receiver;

// How an exchange ended.
typedef enum {
  // The answer is complete.
  LECTERN_CURL_DONE,
  // The receiver did not want to go on.
  LECTERN_CURL_STOPPED,
  // There was no connection, or it broke.
  LECTERN_CURL_FAILED,
  // libcurl is not on this machine, or not as it has to be.
  LECTERN_CURL_MISSING,
} lectern_curl_ending;

enum { LECTERN_CURL_REASON_SIZE = 256 };

// Asks for an address with GET, or with HEAD, and waits for the end of the answer. Redirections are not followed, and bodies
// are left as they come. `headers` are `count` lines like "Name: value". `reason` says in a sentence why the exchange failed,
// or why there is no libcurl.
lectern_curl_ending lectern_curl_exchange(
    const char *address, bool wants_head_only, const char *const *headers, size_t count,
    lectern_curl_receiver receiver, char reason[LECTERN_CURL_REASON_SIZE]);

#endif
