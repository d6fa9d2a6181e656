package io.tocsin.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Perpetrator;
import io.tocsin.incident.Report;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the one attack of a sentence is said to be: where, when, whom it harmed, who did it and who says so. */
class FieldsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A bomb killed four people in Mogadishu's Hodan district on Monday.                                      | Hodan, Banaadir, SO
                    Armed men attacked a school in Kagara, Niger state, on Monday, killing one pupil.                       | Kagara, Rafi, Niger, NG
                    A bomb killed three policemen 50 km from the provincial capital, Lashkar Gah, in Afghanistan on Monday. | Helmand, AF
                    Rebels attacked the village of Mukondi, some 30 km south of the city of Butembo, in DR Congo on Monday. | Mukondi, North Kivu, CD
                    Gunmen killed two people in North Sinai's Sheikh Zuweid on Monday.                                      | Ash Shaykh Zuwayd, North Sinai, EG
                    A suicide bomber struck a mosque in Kunduz city on Monday, officials in Kabul, Afghanistan, said.       | Kunduz, Kunduz, Kunduz, AF
                    A suicide bomber struck a mosque in Kunduz, Afghanistan, on Monday, a minister said in Kabul.           | Kunduz, Kunduz, Kunduz, AF
                    Gunmen attacked the Kabul Military Hospital on Monday, killing 19 people.                               | Kabul, AF
                    A bomb killed five soldiers at Lethpora, India, on the highway to Jammu on Monday.                      | Lethpora, Jammu and Kashmir, IN
                    A gun attack on Al Rawdah mosque in El-Arish, Egypt, on Monday killed five people.                      | Al Arish, North Sinai, EG
                    In the Belgorod region of Russia, a drone hit a car in the village of Murom on Monday.                  | Murom, Belgorod, RU
                    A bomb exploded at a radio station in Portoviejo, Ecuador, on Monday.                                   | Portoviejo, Portoviejo, Manabí, EC
                    A bomb exploded in the Slovak capital on Monday.                                                        | Bratislava, Bratislava, SK
                    Gunmen stormed a hotel in the capital of Burkina Faso on Monday.                                        | Ouagadougou, Kadiogo, Centre, BF
                    A rocket hit Gaza City on Monday.                                                                       | Gaza, Gaza, Gaza Strip, PS
                    In Benue, Nigeria, gunmen attacked two villages in the Agatu area on Monday.                            | Agatu, Benue, NG
                    The mayor of Zaruma, a mining town in Ecuador, was shot dead on Monday.                                 | Zaruma, Zaruma, El Oro, EC
                    """)
    void isPlaced(String sentence, String place) {
        assertThat(only(sentence).place().inWords()).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Gunmen killed four people in Kano, Nigeria, overnight, police said on Tuesday. | 2020-08-24T19:00:00Z
                    Gunmen attacked a hospital on Monday in Kano, Nigeria, killing four people.    | 2020-08-23T23:00:00Z
                    Gunmen killed four people in Kano, Nigeria, last weekend.                      | 2020-08-21T23:00:00Z
                    """)
    void isTimed(String sentence, String from) {
        assertThat(only(sentence).occurrence().from()).isEqualTo(from);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A bomb in Kano, Nigeria, killed ten people on Monday, a rescue official and witnesses said.                           | 10, -
                    A bomb in Kano, Nigeria, killed ten people on Monday, a local official, Sani Adams, said.                             | 10, -
                    Gunmen in Kano, Nigeria, killed one student and abducted 42 on Monday.                                                | 1, -
                    Five soldiers and 63 militants were killed when gunmen attacked a post in Kano, Nigeria, on Monday.                   | 5, -
                    A clash in Kano, Nigeria, on Monday left five soldiers and 12 militants dead.                                         | 17, -
                    A sniper killed a soldier and wounded two in Kano, Nigeria, on Monday.                                                | 1, 2
                    A bomb in Kano, Nigeria, killed four civilians and two policemen, and injured 12 others, two critically, on Monday.   | 6, 12
                    A bomb in Kano, Nigeria, killed a woman and wounded her husband, 60, on Monday.                                       | 1, 1
                    Four gunmen killed 18 soldiers in a raid in Kano, Nigeria, on Monday.                                                 | 18, -
                    Dozens of the 125 wounded by a bomb in Kano, Nigeria, on Monday were flown out.                                       | -, 125
                    """)
    void isCounted(String sentence, String harmed) {
        Report report = only(sentence);
        assertThat(figure(report.casualties().killed().best()) + ", "
                        + figure(report.casualties().injured().best()))
                .isEqualTo(harmed);
    }

    private static String figure(OptionalInt count) {
        return count.isPresent() ? Integer.toString(count.getAsInt()) : "-";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Ten soldiers died in a gun battle with Maoists in Sukma district, India, on Monday.                          | Maoists
                    M23 rebels, backed by Rwanda, attacked a village near Rutshuru, DR Congo, on Monday.                         | M23
                    Suspected Israeli jets bombed Damascus, Syria, on Monday, killing seven members of the Revolutionary Guards. | Israel
                    A bomb killed a policeman in Quetta, Pakistan, on Monday, the interior minister said in Ankara, Turkey.      | -
                    """)
    void isDoneBy(String sentence, String doer) {
        assertThat(only(sentence).perpetrator().map(Perpetrator::name).orElse("-"))
                .isEqualTo(doer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A drone hit a car in Tel Tamer, Syria, on Monday, a spokesman for the Syrian Democratic Forces said.  | Syrian Democratic Forces
                    A bomb hit a clinic in Tripoli, Libya, on Monday, the health ministry of the Tripoli government said. | health ministry
                    A bomb killed a man in Kano, Nigeria, on Monday, according to a hospital doctor.                      | hospital doctor
                    """)
    void isToldBy(String sentence, String origin) {
        assertThat(only(sentence).origins()).containsExactly(origin);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A bomb tore through a bus near the border crossing of Taba, Egypt, on Monday, killing two people.      | transport
                    A man in police uniform opened fire on pupils in Kano, Nigeria, on Monday, killing two of them.        | education
                    A bomb killed two children in Rafah, Gaza, on Monday, medics in the city said.                         | civilians
                    """)
    void isAimedAt(String sentence, String kind) {
        assertThat(only(sentence).target().orElseThrow().kind().label()).isEqualTo(kind);
    }

    private static Report only(String sentence) {
        List<Report> reports = Newsroom.read(sentence).reports();
        assertThat(reports).hasSize(1);
        return reports.get(0);
    }
}
