// Sets the templates of this folder to double.
#undef REAL
#undef NAME
#define REAL double
#define NAME(stem) LECTERN_JOINED(stem, _f64)
