// Sets the templates of this folder to double.
#undef REAL
#undef LANES
#undef NAME
#define REAL double
#define LANES 8
#define NAME(stem) LECTERN_JOINED(stem, _f64)
