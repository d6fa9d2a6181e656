package io.tocsin.places.placing;

import static io.tocsin.places.gazetteer.Gazetteer.NONE;

import io.tocsin.places.gazetteer.Gazetteer;
import io.tocsin.places.spelling.GivenName;
import io.tocsin.places.spelling.Spelling;
import java.util.Arrays;

/** Finds provinces and districts by what sources call them. */
final class Divided {

    private final Gazetteer gazetteer;

    Divided(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The one province of the country that is called so, in whole or by the name it is about; else -1. */
    int province(int country, GivenName name) {
        int[] sharing = gazetteer.provinces(country, name.plain());
        int found = only(sharing);
        if (found == NONE) {
            found = only(calledSo(sharing, name));
        }
        if (found == NONE) {
            found = only(gazetteer.provinces(country, name.core()));
        }
        if (found == NONE) {
            found = only(gazetteer.provinces(country, Spelling.loose(name.core())));
        }
        return found == NONE && name.centre().isPresent()
                ? province(country, name.centre().get())
                : found;
    }

    /** Those whose own name it is, not one that they have beside: Washington is the state, not the District of Columbia. */
    private int[] calledSo(int[] provinces, GivenName name) {
        return Arrays.stream(provinces)
                .filter(province ->
                        GivenName.of(gazetteer.provinceName(province)).plain().equals(name.plain()))
                .toArray();
    }

    /** The same, or the province of the one district that is called so, as some sources name provinces; else -1. */
    int provinceAround(int country, GivenName name) {
        int province = province(country, name);
        if (province != NONE) {
            return province;
        }
        int district = district(country, NONE, name);
        return district == NONE ? NONE : gazetteer.provinceOfDistrict(district);
    }

    /** The one district of the country that is called so, of the province if that is known; else -1. */
    int district(int country, int province, GivenName name) {
        int found = only(within(province, gazetteer.districts(country, name.plain())));
        if (found == NONE) {
            found = only(within(province, gazetteer.districts(country, name.core())));
        }
        return found == NONE
                ? only(within(province, gazetteer.districts(country, Spelling.loose(name.core()))))
                : found;
    }

    private int[] within(int province, int[] districts) {
        if (province == NONE) {
            return districts;
        }
        int kept = 0;
        for (int district : districts) {
            if (gazetteer.provinceOfDistrict(district) == province) {
                districts[kept++] = district;
            }
        }
        return Arrays.copyOf(districts, kept);
    }

    private static int only(int[] divisions) {
        return divisions.length == 1 ? divisions[0] : NONE;
    }
}
