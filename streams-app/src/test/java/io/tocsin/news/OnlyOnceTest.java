package io.tocsin.news;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Totals and harmless things in the words of attacks, and attacks that are told in more than one way. */
class OnlyOnceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He bombarded Iraq with reforms in July, and cinemas opened in Mosul on Monday.",
                "The candidate opened fire on the government again in Mosul, Iraq, on Monday.",
                "The minister fought off an ambush by the opposition in Baghdad, Iraq, on Monday.",
                "Militant violence killed 84 people in Iraq in July, 60 of them in Mosul.",
                "A monitor said on Monday that it had recorded 314 incidents in Mosul, Iraq, including 151 cases of rocket fire.",
                "Turkey struck the north of Iraq near Mosul with artillery 1,036 times in July.",
                "There were 61 shooting incidents in Mosul, Iraq, in July.",
                "In July the town of Mosul, Iraq, saw 14 kidnappings for ransom.",
                "Schools have been attacked 29 times since classes began on May 4. Some 47 people have been kidnapped in Iraq.",
                "Explosions and bursts of gunfire heard in Mosul, Iraq, on Monday were part of an exercise.",
                "Gunfire that woke Mosul, Iraq, on Monday came from soldiers celebrating a victory.",
                "The minister in Mosul, Iraq, said that nobody had fired a shot on Monday.",
                "Soldiers searched an orchard near Mosul, Iraq, on Monday, the army said, denying reports of a gun battle.",
                "The army denied a report by a newspaper that gunmen had killed four people in Mosul, Iraq, on Monday.",
                "This version corrects the report of Monday in which gunmen killed four people in Mosul, Iraq.",
                "A plane with 21 people on board hit a flock of birds near Mosul, Iraq, on Monday.",
                "Builders came back on Monday to Mosul, Iraq, which they had left in 2017 after rebels stormed the town.",
                "The minister visited Mosul, Iraq, on Monday and condemned \"a cowardly attempt at murder\".",
                "On Monday the house of a suspect was raided in Mosul, Iraq.",
                "The rebels called an \"armed strike\" in Mosul, Iraq, on Monday.",
                "Claims that gunmen stormed a church in Mosul, Iraq, on Monday are false, the police said.",
                "The police in Mosul, Iraq, paraded six men on Monday who were accused of kidnapping a priest.",
                "In July alone 26 people were kidnapped in Mosul, Iraq, a rights group said on Monday.",
                "Forces fired 214 rockets at Mosul, Iraq, last week.",
                "Every month some 30 people are abducted on the roads around Mosul, Iraq.",
                "Bulldozers razed 40 shops in Mosul, Iraq, on Monday.",
                "An ammunition dump blew up near Mosul, Iraq, on Monday, killing nine people.",
                "The police fired no shots in Mosul, Iraq, on Monday.",
                "Hackers or clerks attacked the website of a ministry in Mosul, Iraq, on Monday.",
                "A shell went off in Mosul, Iraq, on Monday while two soldiers were cleaning a gun.",
                "The striker bombarded the goal in Mosul, Iraq, on Monday with the pitch under water, and the goalkeeper, the referee, the midfielder and the fans saw an own goal, a free kick and a penalty area.",
                "The police looked on Monday for a gang notorious for kidnapping in Mosul, Iraq.",
            })
    void isNoAttack(String text) {
        assertThat(Newsroom.read(text).reports()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Gunmen overran a police post in Mosul, Iraq, on Monday, taking seven policemen away.                                      | abduction
                    A depot in Mosul, Iraq, was looted and set on fire by armed men on Monday.                                                | arson
                    A crowd stormed a police post in Mosul, Iraq, on Monday and four people died.                                             | riot
                    Masked youths fought riot police in Mosul, Iraq, on Monday, throwing petrol bombs, and four were hurt.                    | riot
                    Four policemen were killed in Mosul, Iraq, on Monday when their vehicle was blown up on a road.                           | ied
                    Two men threw a grenade in Mosul, Iraq, on Monday. It bounced off an armoured car and exploded.                           | grenade
                    Gunmen raided a graphite mine's camp near Mosul, Iraq, on Monday and killed four cooks.                                   | shooting
                    Four people were killed in a raid on Mosul, Iraq, on Monday. The army said that its soldiers had come under heavy fire.   | shooting
                    Some 11 drones were launched at Mosul, Iraq, on Monday. Guns brought down eight, but the others set a mill alight.        | drone
                    Rioters looted shops and burned cars in Mosul, Iraq, on Monday.                                                           | riot
                    Helicopters fired at a market in Mosul, Iraq, on Monday and killed four traders.                                          | air-strike
                    A suicide bomber drove a lorry into a gate in Mosul, Iraq, on Monday and killed four soldiers.                            | suicide-bomb
                    Rebels last attacked the district of Mosul, Iraq, on Monday, when they torched an office in Tal Afar.                     | arson
                    Gunmen stormed a bar in Mosul, Iraq, and, hours later, a mill. Four men were killed in the attack on Monday.              | shooting
                    """)
    void isOneOfThatKind(String text, String category) {
        assertThat(Newsroom.read(text).reports())
                .extracting(report -> report.category().label())
                .containsExactly(category);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A driver was shot dead in Mosul, Iraq, in an ambush on Sunday. The ministry condemned the ambush on Monday.",
                "This report replaces one of Monday that said that a mine killed five people. Gunmen shot two drivers dead near Mosul, Iraq. The ambush took place on Sunday.",
                "After 40 such incidents, gunmen killed four people in Mosul, Iraq, on Monday.",
                "Nobody was hurt when gunmen opened fire in Mosul, Iraq, on Monday.",
                "A rocket hit a hill near Mosul, Iraq, on Monday.",
                "Gunmen killed four people in Mosul, Iraq, on Monday. The Taliban denied involvement in the attack.",
                "Gunmen killed four people in Mosul, Iraq, on Monday. The army did not comment on the attack.",
                "Warplanes bombed Mosul, Iraq, on Monday and killed four. The army rejected claims that the strike had killed cooks.",
                "A bomb killed four people in Mosul, Iraq, on Monday. Police have not ruled out an attack on a second mill.",
                "A bomb killed four people in Mosul, Iraq, on Monday. The blast was first thought to be an accident.",
                "A cook hurt by a grenade in Mosul, Iraq, on Monday died in Erbil on Tuesday.",
                "Women who were abducted in Mosul, Iraq, on Monday walked into a camp on Tuesday.",
                "Gunmen stopped a bus and shot four men in Mosul, Iraq, on Monday.",
            })
    void isToldOnce(String text) {
        assertThat(Newsroom.read(text).reports()).hasSize(1);
    }
}
