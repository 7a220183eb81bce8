/* CVODES (BDF, Newton, analytic Jacobian, dense) on one model, without and with forward sensitivities by the logarithms of
   COLUMNS parameters: microseconds of processor time per trajectory, largest error of a state in units of rtol 1e-6, atol 1e-9,
   and of a sensitivity beside its own size and its state's. Included after the generated model, which defines STATES, ELEMENTS,
   OUTPUTS, END, COLUMNS, PARTIALS, parameters[], initial[], rowStart[] (by column), rowIndex[], partialState[],
   partialColumn[], exact[][STATES], exactSensitivities[][STATES * COLUMNS], right_hand_side, jacobian and by_parameter. */
#include <cvodes/cvodes.h>
#include <math.h>
#include <nvector/nvector_serial.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <time.h>

static double values[ELEMENTS + 1], partials[PARTIALS + 1];
static double result[OUTPUTS][STATES], sensitivities[OUTPUTS][STATES * COLUMNS];
static N_Vector *columns;

static int f(realtype t, N_Vector y, N_Vector ydot, void *u) {
  right_hand_side(t, N_VGetArrayPointer(y), parameters, N_VGetArrayPointer(ydot));
  return 0;
}

static int dense_jacobian(realtype t, N_Vector y, N_Vector fy, SUNMatrix J, void *u, N_Vector a, N_Vector b, N_Vector c) {
  jacobian(t, N_VGetArrayPointer(y), parameters, values);
  double *data = SUNDenseMatrix_Data(J);
  memset(data, 0, sizeof(double) * STATES * STATES);
  for (int j = 0; j < STATES; j++)
    for (int k = rowStart[j]; k < rowStart[j + 1]; k++) data[j * STATES + rowIndex[k]] = values[k];
  return 0;
}

static int rates_of_sensitivities(int count, realtype t, N_Vector y, N_Vector ydot, N_Vector *S, N_Vector *rates, void *u,
                                  N_Vector a, N_Vector b) {
  jacobian(t, N_VGetArrayPointer(y), parameters, values);
  by_parameter(t, N_VGetArrayPointer(y), parameters, partials);
  for (int c = 0; c < count; c++) {
    double *s = N_VGetArrayPointer(S[c]), *into = N_VGetArrayPointer(rates[c]);
    memset(into, 0, sizeof(double) * STATES);
    for (int j = 0; j < STATES; j++)
      for (int k = rowStart[j]; k < rowStart[j + 1]; k++) into[rowIndex[k]] += values[k] * s[j];
  }
  for (int k = 0; k < PARTIALS; k++) N_VGetArrayPointer(rates[partialColumn[k]])[partialState[k]] += partials[k];
  return 0;
}

static double now(void) {
  struct timespec at;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
  return at.tv_sec * 1e6 + at.tv_nsec * 1e-3;
}

static int run(void *cvode, N_Vector y, int method) {
  memcpy(N_VGetArrayPointer(y), initial, sizeof initial);
  if (CVodeReInit(cvode, 0.0, y)) return 0;
  if (method) {
    for (int c = 0; c < COLUMNS; c++) N_VConst(0, columns[c]);
    if (CVodeSensReInit(cvode, method, columns)) return 0;
  }
  for (int k = 0; k < OUTPUTS; k++) {
    realtype t;
    if (CVode(cvode, END * (k + 1) / OUTPUTS, y, &t, CV_NORMAL) < 0) return 0;
    memcpy(result[k], N_VGetArrayPointer(y), sizeof result[k]);
    if (method) {
      if (CVodeGetSens(cvode, &t, columns)) return 0;
      for (int c = 0; c < COLUMNS; c++)
        for (int i = 0; i < STATES; i++) sensitivities[k][i * COLUMNS + c] = N_VGetArrayPointer(columns[c])[i];
    }
  }
  return 1;
}

static double error_of_sensitivities(void) {
  double error = 0;
  for (int k = 0; k < OUTPUTS; k++)
    for (int i = 0; i < STATES; i++)
      for (int c = 0; c < COLUMNS; c++) {
        double want = exactSensitivities[k][i * COLUMNS + c];
        error = fmax(error, fabs(sensitivities[k][i * COLUMNS + c] - want) / (1e-9 + 1e-6 * (fabs(want) + fabs(exact[k][i]))));
      }
  return error;
}

static void measure(const char *name, int method, int controlled, double rtol) {
  SUNContext context;
  SUNContext_Create(NULL, &context);
  N_Vector y = N_VNew_Serial(STATES, context);
  memcpy(N_VGetArrayPointer(y), initial, sizeof initial);
  void *cvode = CVodeCreate(CV_BDF, context);
  CVodeInit(cvode, f, 0.0, y);
  CVodeSStolerances(cvode, rtol, rtol * 1e-3);
  CVodeSetMaxNumSteps(cvode, 1000000);
  CVodeSetErrFile(cvode, NULL);
  SUNMatrix J = SUNDenseMatrix(STATES, STATES, context);
  SUNLinearSolver solver = SUNLinSol_Dense(y, J, context);
  CVodeSetLinearSolver(cvode, solver, J);
  CVodeSetJacFn(cvode, dense_jacobian);
  if (method) {
    double absolute[COLUMNS];
    columns = N_VCloneVectorArray(COLUMNS, y);
    for (int c = 0; c < COLUMNS; c++) {
      N_VConst(0, columns[c]);
      absolute[c] = rtol * 1e-3;
    }
    CVodeSensInit(cvode, COLUMNS, method, rates_of_sensitivities, columns);
    CVodeSensSStolerances(cvode, rtol, absolute);
    CVodeSetSensErrCon(cvode, controlled);
  }
  if (run(cvode, y, method)) {
    double error = 0;
    for (int k = 0; k < OUTPUTS; k++)
      for (int i = 0; i < STATES; i++)
        error = fmax(error, fabs(result[k][i] - exact[k][i]) / (1e-9 + 1e-6 * fabs(exact[k][i])));
    long steps = 0;
    CVodeGetNumSteps(cvode, &steps);
    double least = INFINITY;
    for (int r = 0; r < 40; r++) {
      double from = now();
      int runs = 0;
      do {
        run(cvode, y, method);
        runs++;
      } while (now() - from < 20e3);
      least = fmin(least, (now() - from) / runs);
    }
    printf("cvodes %s %g: %.1f us, error %.3g, of sensitivities %.3g, %ld steps\n", name, rtol, least, error,
           method ? error_of_sensitivities() : 0.0, steps);
  } else {
    printf("cvodes %s %g: failed\n", name, rtol);
  }
  fflush(stdout);
}

int main(void) {
  double rtols[] = {1e-6, 1e-7, 1e-8};
  for (int k = 0; k < 3; k++) {
    measure("alone", 0, 0, rtols[k]);
    measure("simultaneous", CV_SIMULTANEOUS, 0, rtols[k]);
    measure("staggered", CV_STAGGERED, 0, rtols[k]);
    measure("staggered, controlled", CV_STAGGERED, 1, rtols[k]);
  }
  return 0;
}
