#include "curl_exchange.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

// What is used of libcurl's binary interface, which keeps its numbers: an option's number says the type of its value too.
// Written down here, so that no header has to be installed. `curl_multi_poll` is the youngest function, of version 7.66;
// options that a version does not know are passed over, but for the one that keeps files from being read.
// Source: https://curl.se/libcurl/c/libcurl.html and its pages for each function.
enum {
  OPTION_WRITE_DATA = 10001,
  OPTION_URL = 10002,
  OPTION_ERROR_BUFFER = 10010,
  OPTION_HTTP_HEADER = 10023,
  OPTION_HEADER_DATA = 10029,
  OPTION_NO_BODY = 44,
  OPTION_NO_SIGNAL = 99,
  OPTION_PROTOCOLS = 181,
  OPTION_SUPPRESS_CONNECT_HEADERS = 265,
  OPTION_QUICK_EXIT = 322,
  OPTION_WRITE_FUNCTION = 20011,
  OPTION_HEADER_FUNCTION = 20079,
  MULTI_OPTION_QUICK_EXIT = 21,
  PROTOCOLS_HTTP_AND_HTTPS = 3,
  GLOBAL_ALL = 3,
  MESSAGE_DONE = 1,
};

// How long to wait at most before the receiver is asked again whether to go on.
enum { MILLISECONDS_BETWEEN_LOOKS = 50 };

typedef struct {
  int kind;
  void *exchange;
  union {
    void *other;
    int result;
  } data;
} curl_message;

static struct {
  int (*global_init)(long flags);
  void *(*easy_init)(void);
  int (*easy_setopt)(void *exchange, int option, ...);
  const char *(*easy_strerror)(int result);
  void (*easy_cleanup)(void *exchange);
  void *(*slist_append)(void *list, const char *line);
  void (*slist_free_all)(void *list);
  void *(*multi_init)(void);
  int (*multi_setopt)(void *multi, int option, ...);
  int (*multi_add_handle)(void *multi, void *exchange);
  int (*multi_perform)(void *multi, int *running);
  int (*multi_poll)(void *multi, void *descriptors, unsigned count, int milliseconds, int *ready);
  curl_message *(*multi_info_read)(void *multi, int *left);
  const char *(*multi_strerror)(int result);
  int (*multi_remove_handle)(void *multi, void *exchange);
  int (*multi_cleanup)(void *multi);
} curl;

static pthread_once_t loading = PTHREAD_ONCE_INIT;
static bool is_loaded;
// Why not.
static char problem_of_loading[LECTERN_CURL_REASON_SIZE];

#ifdef __APPLE__
static const char library_name[] = "/usr/lib/libcurl.4.dylib";
#else
static const char library_name[] = "libcurl.so.4";
#endif

static void say(char reason[LECTERN_CURL_REASON_SIZE], const char *words) {
  snprintf(reason, LECTERN_CURL_REASON_SIZE, "%s", words);
}

static void load(void) {
  void *library = dlopen(library_name, RTLD_NOW | RTLD_LOCAL);
  if (!library) return say(problem_of_loading, dlerror());
#define FIND(NAME) \
  if (!(*(void **)&curl.NAME = dlsym(library, "curl_" #NAME))) return say(problem_of_loading, dlerror())
  FIND(global_init);
  FIND(easy_init);
  FIND(easy_setopt);
  FIND(easy_strerror);
  FIND(easy_cleanup);
  FIND(slist_append);
  FIND(slist_free_all);
  FIND(multi_init);
  FIND(multi_setopt);
  FIND(multi_add_handle);
  FIND(multi_perform);
  FIND(multi_poll);
  FIND(multi_info_read);
  FIND(multi_strerror);
  FIND(multi_remove_handle);
  FIND(multi_cleanup);
#undef FIND
  int problem = curl.global_init(GLOBAL_ALL);
  is_loaded = problem == 0;
  if (problem) say(problem_of_loading, curl.easy_strerror(problem));
}

// What libcurl's callbacks get, and leave for the end.
typedef struct {
  lectern_curl_receiver receiver;
  bool is_stopped;
} exchange_state;

static size_t take_header(const char *line, size_t size, size_t length, void *context) {
  exchange_state *state = context;
  size_t shown = size * length;
  while (shown > 0 && (line[shown - 1] == '\n' || line[shown - 1] == '\r')) shown--;
  state->is_stopped = !state->receiver.take_line(state->receiver.context, line, shown);
  return state->is_stopped ? 0 : size * length;
}

static size_t take_body(const char *bytes, size_t size, size_t count, void *context) {
  exchange_state *state = context;
  state->is_stopped = !state->receiver.take_bytes(state->receiver.context, bytes, size * count);
  return state->is_stopped ? 0 : size * count;
}

// Lets libcurl work until the exchange is over.
static lectern_curl_ending wait_for_end(
    void *multi, exchange_state *state, char reason[LECTERN_CURL_REASON_SIZE]) {
  int running = 1;
  while (true) {
    int problem = curl.multi_perform(multi, &running);
    if (state->is_stopped) return LECTERN_CURL_STOPPED;
    if (!problem && running) {
      problem = curl.multi_poll(multi, NULL, 0, MILLISECONDS_BETWEEN_LOOKS, NULL);
    }
    if (problem) {
      say(reason, curl.multi_strerror(problem));
      return LECTERN_CURL_FAILED;
    }
    if (!running) break;
    if (!state->receiver.goes_on(state->receiver.context)) return LECTERN_CURL_STOPPED;
  }
  int left;
  curl_message *message = curl.multi_info_read(multi, &left);
  if (message && message->kind == MESSAGE_DONE && message->data.result == 0) return LECTERN_CURL_DONE;
  // libcurl has mostly said more itself.
  if (!reason[0] && message) say(reason, curl.easy_strerror(message->data.result));
  return LECTERN_CURL_FAILED;
}

// Says what is asked for and what gets the answer. False if libcurl cannot be kept from reading files.
static bool prepare(
    void *exchange, const char *address, bool wants_head_only, void *headers, exchange_state *state) {
  curl.easy_setopt(exchange, OPTION_URL, address);
  curl.easy_setopt(exchange, OPTION_NO_BODY, (long)wants_head_only);
  curl.easy_setopt(exchange, OPTION_NO_SIGNAL, 1L);
  // What a proxy answers is not what the server answers.
  curl.easy_setopt(exchange, OPTION_SUPPRESS_CONNECT_HEADERS, 1L);
  // An interruption does not wait for a name server.
  curl.easy_setopt(exchange, OPTION_QUICK_EXIT, 1L);
  curl.easy_setopt(exchange, OPTION_HTTP_HEADER, headers);
  curl.easy_setopt(exchange, OPTION_HEADER_FUNCTION, take_header);
  curl.easy_setopt(exchange, OPTION_HEADER_DATA, state);
  curl.easy_setopt(exchange, OPTION_WRITE_FUNCTION, take_body);
  curl.easy_setopt(exchange, OPTION_WRITE_DATA, state);
  return curl.easy_setopt(exchange, OPTION_PROTOCOLS, (long)PROTOCOLS_HTTP_AND_HTTPS) == 0;
}

lectern_curl_ending lectern_curl_exchange(
    const char *address, bool wants_head_only, const char *const *headers, size_t count,
    lectern_curl_receiver receiver, char reason[LECTERN_CURL_REASON_SIZE]) {
  reason[0] = 0;
  pthread_once(&loading, load);
  if (!is_loaded) {
    say(reason, problem_of_loading);
    return LECTERN_CURL_MISSING;
  }
  exchange_state state = {receiver, false};
  lectern_curl_ending ending = LECTERN_CURL_FAILED;
  void *lines = NULL;
  for (size_t i = 0; i < count; i++) lines = curl.slist_append(lines, headers[i]);
  void *multi = curl.multi_init();
  void *exchange = curl.easy_init();
  if (multi && exchange && prepare(exchange, address, wants_head_only, lines, &state)) {
    curl.easy_setopt(exchange, OPTION_ERROR_BUFFER, reason);
    curl.multi_setopt(multi, MULTI_OPTION_QUICK_EXIT, 1L);
    int problem = curl.multi_add_handle(multi, exchange);
    if (problem) {
      say(reason, curl.multi_strerror(problem));
    } else {
      ending = wait_for_end(multi, &state, reason);
      curl.multi_remove_handle(multi, exchange);
    }
  } else {
    say(reason, "libcurl is out of order");
  }
  if (exchange) curl.easy_cleanup(exchange);
  if (multi) curl.multi_cleanup(multi);
  curl.slist_free_all(lines);
  return ending;
}
