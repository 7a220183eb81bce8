/* CVODE (BDF, Newton, analytic Jacobian) on one model: microseconds of processor time per trajectory and largest error in
   units of rtol 1e-6, atol 1e-9, for dense and KLU factorisations and a row of tolerances. Included after the generated
   model, which defines STATES, ELEMENTS, OUTPUTS, END, parameters[], initial[], rowStart[] (by column), rowIndex[], exact[][STATES],
   right_hand_side and jacobian (values in the order of rowIndex). */
#include <cvode/cvode.h>
#include <math.h>
#include <nvector/nvector_serial.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunlinsol/sunlinsol_klu.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <sunmatrix/sunmatrix_sparse.h>
#include <time.h>

static int f(realtype t, N_Vector y, N_Vector ydot, void *u) {
  right_hand_side(t, N_VGetArrayPointer(y), parameters, N_VGetArrayPointer(ydot));
  return 0;
}

static double values[ELEMENTS + 1];

static int dense_jacobian(realtype t, N_Vector y, N_Vector fy, SUNMatrix J, void *u, N_Vector a, N_Vector b, N_Vector c) {
  jacobian(t, N_VGetArrayPointer(y), parameters, values);
  double *data = SUNDenseMatrix_Data(J);
  memset(data, 0, sizeof(double) * STATES * STATES);
  for (int j = 0; j < STATES; j++)
    for (int k = rowStart[j]; k < rowStart[j + 1]; k++) data[j * STATES + rowIndex[k]] = values[k];
  return 0;
}

static int sparse_jacobian(realtype t, N_Vector y, N_Vector fy, SUNMatrix J, void *u, N_Vector a, N_Vector b, N_Vector c) {
  sunindextype *starts = SUNSparseMatrix_IndexPointers(J), *rows = SUNSparseMatrix_IndexValues(J);
  for (int j = 0; j <= STATES; j++) starts[j] = rowStart[j];
  for (int k = 0; k < ELEMENTS; k++) rows[k] = rowIndex[k];
  jacobian(t, N_VGetArrayPointer(y), parameters, SUNSparseMatrix_Data(J));
  return 0;
}

static double now(void) {
  struct timespec at;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
  return at.tv_sec * 1e6 + at.tv_nsec * 1e-3;
}

static double result[OUTPUTS][STATES];

static int run(void *cvode, N_Vector y) {
  memcpy(N_VGetArrayPointer(y), initial, sizeof initial);
  if (CVodeReInit(cvode, 0.0, y)) return 0;
  for (int k = 0; k < OUTPUTS; k++) {
    realtype t;
    if (CVode(cvode, END * (k + 1) / OUTPUTS, y, &t, CV_NORMAL) < 0) return 0;
    memcpy(result[k], N_VGetArrayPointer(y), sizeof result[k]);
  }
  return 1;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

static void measure(const char *name, int sparse, double rtol) {
  SUNContext context;
  SUNContext_Create(NULL, &context);
  N_Vector y = N_VNew_Serial(STATES, context);
  memcpy(N_VGetArrayPointer(y), initial, sizeof initial);
  void *cvode = CVodeCreate(CV_BDF, context);
  CVodeInit(cvode, f, 0.0, y);
  CVodeSStolerances(cvode, rtol, rtol * 1e-3);
  CVodeSetMaxNumSteps(cvode, 1000000);
  CVodeSetErrFile(cvode, NULL);
  SUNMatrix J = sparse ? SUNSparseMatrix(STATES, STATES, ELEMENTS, CSC_MAT, context) : SUNDenseMatrix(STATES, STATES, context);
  SUNLinearSolver solver = sparse ? SUNLinSol_KLU(y, J, context) : SUNLinSol_Dense(y, J, context);
  if (sparse) SUNLinSol_KLUSetOrdering(solver, 0); /* AMD */
  CVodeSetLinearSolver(cvode, solver, J);
  CVodeSetJacFn(cvode, sparse ? sparse_jacobian : dense_jacobian);
  if (run(cvode, y)) {
    double error = 0;
    for (int k = 0; k < OUTPUTS; k++)
      for (int i = 0; i < STATES; i++)
        error = fmax(error, fabs(result[k][i] - exact[k][i]) / (1e-9 + 1e-6 * fabs(exact[k][i])));
    long steps = 0;
    CVodeGetNumSteps(cvode, &steps);
    double begin = now();
    while (now() - begin < 200e3) run(cvode, y);
    double rounds[11];
    for (int r = 0; r < 11; r++) {
      double from = now();
      int runs = 0;
      do {
        run(cvode, y);
        runs++;
      } while (now() - from < 20e3);
      rounds[r] = (now() - from) / runs;
    }
    qsort(rounds, 11, sizeof(double), ascending);
    printf("cvode-%s %g %.2f %.4f %ld\n", name, rtol, rounds[5], error, steps);
  } else {
    printf("cvode-%s %g failed\n", name, rtol);
  }
  fflush(stdout);
}

int main(void) {
  double rtols[] = {1e-6, 1e-7, 3e-8, 1e-8, 1e-9};
  for (int k = 0; k < 5; k++) measure("dense", 0, rtols[k]);
  for (int k = 0; k < 5; k++) measure("klu", 1, rtols[k]);
  return 0;
}
