package io.tocsin.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When and where it happened, and not something else that the text tells beside it. */
class WhenAndWhereTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Mortar bombs were fired at the U.S. embassy in Kirkuk, Iraq, on Monday.                                                    | Kirkuk, Kirkuk, Kirkuk, IQ
                    Gunmen ambushed a column in Mali on Sunday. On Monday a man was abducted in Gao, Italy's foreign ministry said.            | ML; Gao, Gao, ML
                    In Arauca, Colombia, crews reached a spot in Saravena where a bomb went off on Monday.                                     | Saravena, Saravena, Arauca, CO
                    Police spoke of Arauca, and then of Saravena, in the west of Colombia, where gunmen killed five people on Monday.          | Saravena, Saravena, Arauca, CO
                    A bomb wounded ten people in Nigeria on Monday. One died in a clinic in Kano.                                              | NG
                    A bomb wounded ten people in Nigeria on Monday. They were treated for burns at the hospital in Kano.                       | NG
                    A bomb wounded ten people in Nigeria on Monday. An officer told journalists in the town of Potiskum that none had died.    | NG
                    The bodies of ten people killed by gunmen in Kenya on Monday arrived at Wilson Airport in Nairobi on Tuesday.              | KE
                    A bomb killed six men in Chhattisgarh, India, on Sunday. In the district of Bijapur, gunmen killed two people on Monday.   | Chhattisgarh, IN; Bijapur, Chhattisgarh, IN
                    A suicide bomber attacked a base in Abyan, Yemen, on Monday. Four soldiers were hurt. Many fled. The base is near Ja'ar.   | Jaar, Khanfir, Abyan, YE
                    A bomb fell beside the bus stand of Mawlaik, in Myanmar, on Monday, killing four people.                                   | Mawlaik, Mawlaik, Sagaing, MM
                    Gunmen abducted 15 travellers on the Kaduna-Abuja highway in Nigeria on Monday.                                            | Kaduna, Kaduna North, Kaduna, NG
                    A bomb killed eight people in Helmand's Sangin, in Afghanistan, on Monday.                                                 | Sangin, Sangin, Helmand, AF
                    A bomb killed eight people in the country's second-largest city, Kandahar, in Afghanistan, on Monday.                      | Kandahar, Kandahar, Kandahar, AF
                    One of the officers who were hurt by Monday's grenade in Tame, in Colombia, died in Neiva on Wednesday.                    | Tame, Tame, Arauca, CO
                    A bomb wounded ten people in Pakistan on Monday. Nine are still being treated, one of them in Karachi.                     | PK
                    Someone fired at a clinic in Spokane, Washington, on Sunday, killing two people.                                           | Spokane, Spokane, Washington, US
                    A bomb hit a bus in Cotabato, in the Philippines, on Sunday. In neighbouring Sultan Kudarat province, a bomb went off in the town of Isulan on Monday. | Cotabato City, Autonomous Region in Muslim Mindanao, PH; Isulan, of Sultan Kudarat, Soccsksargen, PH
                    """)
    void isToldApart(String text, String places) {
        assertThat(Newsroom.read(text).tellings().stream()
                        .map(telling -> telling.report().place().inWords())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(places);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    August 27 - Ten people were killed when a bomb hit a market in Kano, Nigeria, on Monday.                                      | 2020-08-24
                    The United Nations condemned Sunday's attack on a market in Kano, Nigeria, which killed 10 people.                            | 2020-08-23
                    Six women who were abducted in Gajibo, Nigeria, walked into a camp on Wednesday. Gunmen killed 14 in Monday's raid.           | 2020-08-24
                    ISIS on Tuesday claimed responsibility for a bomb attack on a market in Iraq. Nineteen were hurt in Monday's explosion.       | 2020-08-24
                    A bomb killed two people in a market in Kano, Nigeria, this week. A third died in hospital on Wednesday. It was Monday's worst attack. | 2020-08-24
                    """)
    void isToldApartFromWhatWasDoneSince(String text, LocalDate day) {
        Reading reading = Newsroom.read(text);

        assertThat(reading.tellings()).hasSize(1);
        assertThat(reading.tellings()
                        .get(0)
                        .report()
                        .occurrence()
                        .until()
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate())
                .isEqualTo(day);
    }

    @Test
    void isInTheCountryOfThePeopleWhereTheArticleTellsOfNoSuchPlace() {
        Reading reading = Newsroom.read("A bomb killed two men in Turkey on Sunday. A bus burned in Turkey."
                + "\n\nGunmen shot dead two Iranian guards near the town of Saravan on Monday.");

        assertThat(reading.reports())
                .last()
                .satisfies(report -> assertThat(report.place().country()).isEqualTo("IR"));
    }

    @Test
    void isNotTheDayOfAToll() {
        Reading reading =
                Newsroom.read("Ten people died when a convoy was attacked near Djibo, Burkina Faso, at the start"
                        + " of the week. The army had given a toll of 15 on Tuesday. Rebels claimed Monday's attack.");

        assertThat(reading.reports()).hasSize(1);
    }
}
