package dev.strake.llb.go.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.llb.go.GoDuration;
import dev.strake.llb.go.template.GoValue.Field;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods of times and durations; what is expected was printed by Go. */
class ValueMethodsTest {

  private static final Instant AT = Instant.ofEpochSecond(1_700_000_000, 123_450_000);
  private static final Instant LATER = AT.plusSeconds(5_400);
  private static final long KEEP = 172_801_500_000_000L;

  private static final GoValue VALUE =
      new GoValue.Struct(
          "*main.R",
          List.of(
              Field.of("ID", "id", GoValue.of("id")),
              Field.of("At", "at", new GoValue.Time(AT)),
              Field.of("Later", "later", new GoValue.Time(LATER)),
              Field.of("Ptr", "ptr", GoValue.time(Optional.of(LATER))),
              Field.of("Nil", "nil", GoValue.time(Optional.empty())),
              Field.of("Keep", "keep", new GoValue.Enumerated("time.Duration", GoDuration.format(KEEP), KEEP)),
              Field.of("M", "m", GoValue.texts(Map.of("a", "b"))),
              Field.of("Zero", "zero", new GoValue.Time(Instant.parse("0001-01-01T00:00:00Z")))));

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '~',
      textBlock =
          """
          {{.At.Year}} {{.At.Month}} {{.At.Day}} {{.At.Hour}} {{.At.Minute}} {{.At.Second}} {{.At.Nanosecond}} \
          {{.At.YearDay}} {{.At.Weekday}} \
          => 2023 November 14 22 13 20 123450000 318 Tuesday
          {{.At.Unix}} {{.At.UnixMilli}} {{.At.UnixMicro}} {{.At.UnixNano}} \
          => 1700000000 1700000000123 1700000000123450 1700000000123450000
          {{.At.UTC}}|{{.At.IsZero}}|{{.Zero.IsZero}}|{{.At.String}} \
          => 2023-11-14 22:13:20.12345 +0000 UTC|false|true|2023-11-14 22:13:20.12345 +0000 UTC
          {{.Zero}} {{.Zero.Unix}} {{.Zero.Year}} => 0001-01-01 00:00:00 +0000 UTC -62135596800 1
          {{.At.Format "2006-01-02"}} => 2023-11-14
          {{.At.Format "2006-01-02T15:04:05Z07:00"}} {{.At.Format "Mon Jan _2 15:04:05 MST 2006"}} \
          => 2023-11-14T22:13:20Z Tue Nov 14 22:13:20 UTC 2023
          {{.At.Format "Monday, 02-Jan-06 15:04:05 MST"}} {{.At.Format "Mon, 02 Jan 2006 15:04:05 -0700"}} \
          => Tuesday, 14-Nov-23 22:13:20 UTC Tue, 14 Nov 2023 22:13:20 +0000
          {{.At.Format "3:04PM 03:4:5 pm January 1 2 002 __2 _2006"}} \
          => 10:13PM 10:13:20 pm November 11 14 318 318 _2023
          {{.At.Format "15:04:05.000 .999 ,000000 05.00 05.9999999 05.000000000 .0"}} \
          => 22:13:20.123 .123 ,123450 20.12 20.12345 20.123450000 .1
          {{.At.Format "Z0700 Z07 -07 -07:00 -070000 -07:00:00 Z070000 Z07:00:00"}} \
          => Z Z +00 +00:00 +000000 +00:00:00 Z Z
          {{.At.Format "Janet Mondays Mont 20060 2061 15 1 01x"}} => Janet Tuesdays Mont 20230 142311 22 11 11x
          {{.At.Format ""}}|{{.At.Format "%Y day äé"}} => |%Y day äé
          {{(.At.Add .Keep).Unix}} {{.Later.Sub .At}} {{(.Later.Sub .At).Minutes}} => 1700172801 1h30m0s 90
          {{.At.Before .Later}} {{.At.After .Later}} {{.At.Equal .At}} {{.At.Compare .Later}} => true false true -1
          {{.At.AddDate 0 1 -1}} {{.At.Truncate 3600000000000}} {{.At.Round 60000000000}} \
          => 2023-12-13 22:13:20.12345 +0000 UTC 2023-11-14 22:00:00 +0000 UTC 2023-11-14 22:13:00 +0000 UTC
          {{.Keep}} {{.Keep.Hours}} {{.Keep.Minutes}} {{.Keep.Seconds}} {{.Keep.Milliseconds}} \
          {{.Keep.Microseconds}} {{.Keep.Nanoseconds}} {{.Keep.String}} \
          => 48h0m1.5s 48.000416666666666 2880.025 172801.5 172801500 172801500000 172801500000000 48h0m1.5s
          {{.Keep.Round 3600000000000}} {{.Keep.Truncate 1000000000}} {{.Keep.Abs}} => 48h0m0s 48h0m1s 48h0m1.5s
          {{printf "%d %v %s %.1f" .Keep .Keep .Keep .Keep.Hours}} {{printf "%d %s" .At.Month .At.Month}} \
          => 172801500000000 48h0m1.5s 48h0m1.5s 48.0 11 November
          {{gt .Keep 0}} {{eq .At.Year 2023}} {{eq .At.Month 11}} {{lt .Keep .Keep}} => true true true false
          {{.Ptr.Year}} {{.Ptr.Format "06"}} {{.Ptr}} => 2023 23 2023-11-14 23:43:20.12345 +0000 UTC
          {{.Nil}} => <nil>
          {{.At.Format .ID}} => id
          {{"2006" | .At.Format}} => 2023
          {{.At.Add 5}} => 2023-11-14 22:13:20.123450005 +0000 UTC
          {{$x := .At}}{{$x.Format "2006"}} {{$x.Year}} => 2023 2023
          {{(.At).Format "2006"}} {{(.At.UTC).Year}} => 2023 2023
          {{.At.UTC.Format "15"}} => 22
          {{.At.Month.String}} {{.At.Weekday.String}} => November Tuesday
          {{with .At.Format "2006"}}{{.}}{{end}} => 2023
          {{printf "%q" (.At.Format "2006")}} => "2023"
          {{.At.Unix | printf "%d"}} => 1700000000
          {{.Keep.Seconds | printf "%.2f"}} {{(.At.Sub .Later)}} {{(.At.Sub .Later).Abs}} {{(.At.Sub .Later).Round \
          7200000000000}} {{(.At.Sub .Later).Truncate 3600000000000}} \
          => 172801.50 -1h30m0s 1h30m0s -2h0m0s -1h0m0s
          {{(.At.AddDate 1 -13 18)}} {{(.At.AddDate 0 3 16).Format "Jan 2"}} \
          => 2023-11-01 22:13:20.12345 +0000 UTC Mar 1
          {{.At.Round 0}} {{.At.Truncate -5}} {{.Keep.Round 0}} \
          => 2023-11-14 22:13:20.12345 +0000 UTC 2023-11-14 22:13:20.12345 +0000 UTC 48h0m1.5s
          {{.Zero.Sub .At}} {{.At.Sub .Zero}} => -2562047h47m16.854775808s 2562047h47m16.854775807s
          {{if .Nil}}a{{else}}b{{end}}{{if .Zero}}c{{end}} => bc
          {{.At.Sub .Ptr}} {{.Ptr.UTC.Equal .Later}} => -1h30m0s true
          {{.At.Add .Keep | printf "%v"}} => 2023-11-16 22:13:21.62345 +0000 UTC
          {{printf "%v %s" .At .Keep}} => 2023-11-14 22:13:20.12345 +0000 UTC 48h0m1.5s
          """)
  void areThoseOfGo(String template, String expected) throws TemplateException {
    assertThat(GoTemplate.parse(template).fill(VALUE)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '~',
      textBlock =
          """
          {{.Nil.Year}} \
          => 1:6: executing "" at <.Nil.Year>: error calling Year: value method time.Time.Year called using nil \
          *Time pointer
          {{.Nil.Nothing}} => 1:6: executing "" at <.Nil.Nothing>: can't evaluate field Nothing in type *time.Time
          {{.At.Nothing}} => 1:5: executing "" at <.At.Nothing>: can't evaluate field Nothing in type time.Time
          {{.Ptr.Nothing}} => 1:6: executing "" at <.Ptr.Nothing>: can't evaluate field Nothing in type *time.Time
          {{.Keep.Nothing}} => 1:7: executing "" at <.Keep.Nothing>: can't evaluate field Nothing in type time.Duration
          {{.At.Year.Nothing}} => 1:5: executing "" at <.At.Year.Nothing>: can't evaluate field Nothing in type int
          {{.At.Format}} => 1:5: executing "" at <.At.Format>: wrong number of args for Format: want 1 got 0
          {{.At.Format "a" "b"}} => 1:5: executing "" at <.At.Format>: wrong number of args for Format: want 1 got 2
          {{.At.Format 5}} => 1:13: executing "" at <5>: expected string; found 5
          {{.At.Format nil}} => 1:13: executing "" at <nil>: cannot assign nil to string
          {{5 | .At.Format}} => 1:9: executing "" at <.At.Format>: wrong type for value; expected string; got int
          {{"2006" | .At.Format "15"}} \
          => 1:14: executing "" at <.At.Format>: wrong number of args for Format: want 1 got 2
          {{.At.Year 5}} => 1:5: executing "" at <.At.Year>: wrong number of args for Year: want 0 got 1
          {{.Keep.Round "x"}} => 1:14: executing "" at <"x">: expected integer; found "x"
          {{.Keep.Round 1.5}} => 1:14: executing "" at <1.5>: expected integer; found 1.5
          {{.At.Sub 5}} => 1:10: executing "" at <5>: can't handle 5 for arg of type time.Time
          {{.At.Sub .Keep}} \
          => 1:10: executing "" at <.Keep>: wrong type for value; expected time.Time; got time.Duration
          {{.At.Sub .Nil}} => 1:10: executing "" at <.Nil>: dereference of nil pointer of type time.Time
          {{.At.Date}} => 1:5: executing "" at <.At.Date>: function Date has 3 return values; should be 1 or 2
          {{.At.Clock}} => 1:5: executing "" at <.At.Clock>: function Clock has 3 return values; should be 1 or 2
          {{.At.ISOWeek}} \
          => 1:5: executing "" at <.At.ISOWeek>: invalid function signature for ISOWeek: second return value should \
          be error; is int
          {{.At.Zone}} \
          => 1:5: executing "" at <.At.Zone>: invalid function signature for Zone: second return value should be \
          error; is int
          {{.ID 5}} => 1:2: executing "" at <.ID>: ID has arguments but cannot be invoked as function
          {{.ID.Year}} => 1:5: executing "" at <.ID.Year>: can't evaluate field Year in type string
          {{5 | .ID}} => 1:6: executing "" at <.ID>: ID has arguments but cannot be invoked as function
          {{.M.a 5}} => 1:4: executing "" at <.M.a>: a is not a method but has arguments
          {{. 5}} => 1:2: executing "" at <.>: can't give argument to non-function .
          {{$x := .At}}{{$x 5}} => 1:15: executing "" at <$x>: can't give argument to non-function $x
          {{len .At}} => 1:2: executing "" at <len .At>: error calling len: len of type time.Time
          {{range .At}}{{end}} \
          => 1:8: executing "" at <.At>: range can't iterate over 2023-11-14 22:13:20.12345 +0000 UTC
          {{.At.AddDate 1 2}} => 1:5: executing "" at <.At.AddDate>: wrong number of args for AddDate: want 3 got 2
          {{.At.AddDate 1 2 "x"}} => 1:18: executing "" at <"x">: expected integer; found "x"
          {{.At.AddDate 1 2 .ID}} => 1:18: executing "" at <.ID>: wrong type for value; expected int; got string
          {{(.At).Nothing}} => 1:3: executing "" at <.At>: can't evaluate field Nothing in type time.Time
          {{(.At).Format}} => 1:3: executing "" at <.At>: wrong number of args for Format: want 1 got 0
          {{$x := .At}}{{$x.Nothing}} => 1:17: executing "" at <$x.Nothing>: can't evaluate field Nothing in \
          type time.Time
          {{printf "%s" .At.Nothing}} => 1:17: executing "" at <.At.Nothing>: can't evaluate field Nothing in \
          type time.Time
          {{(printf "a").b}} => 1:10: executing "" at <"a">: can't evaluate field b in type string
          {{(.Nil).Year}} => 1:8: executing "" at <(.Nil).Year>: error calling Year: value method time.Time.Year \
          called using nil *Time pointer
          {{len (.At).Year}} => 1:2: executing "" at <len (.At).Year>: error calling len: len of type int
          """)
  void failAsInGo(String template, String problem) {
    assertThatThrownBy(() -> GoTemplate.parse(template).fill(VALUE)).hasMessage("template: :" + problem);
  }

  /** Go counts on beyond what Java's times can be. */
  @Test
  void aTimeThatCannotBeIsAFailure() throws TemplateException {
    assertThatThrownBy(() -> GoTemplate.parse("{{.At.AddDate 9999999999 0 0}}").fill(VALUE))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("error calling AddDate");
  }

  @Test
  void aTimeHasTheOffsetOfItsZone() throws TemplateException {
    GoValue time = new GoValue.Time(AT, ZoneId.of("Asia/Kolkata"), false);

    assertThat(GoTemplate.parse("{{.Format \"15:04 -0700 Z07:00 MST\"}} {{.Hour}} {{.UTC.Hour}}").fill(time))
        .isEqualTo("03:43 +0530 +05:30 IST 3 22");
    assertThat(GoTemplate.parse("{{.}}|{{json .}}").fill(time))
        .isEqualTo("2023-11-15 03:43:20.12345 +0530 IST|\"2023-11-15T03:43:20.12345+05:30\"");
  }
}
