Whether co-managed IT is right, with the reasons.

  $ tandem fit --answers tests/fit/lone-admin.yaml
  $ tandem fit --answers tests/fit/dental-practice.yaml
  $ tandem fit --answers tests/fit/secretive-family-business.yaml | head -n 6
  $ tandem fit --answers tests/fit/three-answers.yaml | head -n 3
  $ tandem fit --answers tests/fit/content-company.yaml --format json

Missing answers are named with what they could change.

  $ grep -v '^owner\|^sharing\|^attitude' tests/fit/credit-union.yaml > $TMP/part.yaml; tandem fit --answers $TMP/part.yaml | sed -n '/did not answer/,/Next/p'

The form and the weights.

  $ tandem fit --form | head -n 12
  $ tandem fit --form > $TMP/form.yaml && tandem fit --answers $TMP/form.yaml | head -n 1
  $ tandem fit --weights | head -n 9

What cannot be used is told.

  $ printf 'users: many\n' > $TMP/wrong.yaml; tandem fit --answers $TMP/wrong.yaml
  $ tandem fit --answers $TMP/nowhere.yaml

Asked on the command line; the end of the input is not a verdict.

  $ printf '12\nnone\nsteady\n0\n' | tandem fit | tail -n 9
