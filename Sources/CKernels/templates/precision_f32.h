// Sets the templates of this folder to float.
#undef REAL
#undef LANES
#undef NAME
#define REAL float
#define LANES 16
#define NAME(stem) LECTERN_JOINED(stem, _f32)
