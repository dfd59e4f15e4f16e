// Sets the templates of this folder to float.
#undef REAL
#undef NAME
#define REAL float
#define NAME(stem) LECTERN_JOINED(stem, _f32)
