package dev.sealconf.spring;

import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.ConfigurableConversionService;

/** Converts as the environment's own service does, but its failures don't contain the value. */
record HidingConversions(ConfigurableConversionService service)
    implements ConfigurableConversionService {
  private static final String INSTEAD = "not shown, because it may be encrypted";

  private interface Conversion<T> {
    T run();
  }

  private static <T> T hiding(Conversion<T> conversion) {
    try {
      return conversion.run();
    } catch (ConversionFailedException e) {
      throw new ConversionFailedException(e.getSourceType(), e.getTargetType(), INSTEAD, null);
    }
  }

  @Override
  public <T> T convert(Object source, Class<T> target) {
    return hiding(() -> service.convert(source, target));
  }

  @Override
  public Object convert(Object source, TypeDescriptor sourceType, TypeDescriptor target) {
    return hiding(() -> service.convert(source, sourceType, target));
  }

  @Override
  public boolean canConvert(Class<?> source, Class<?> target) {
    return service.canConvert(source, target);
  }

  @Override
  public boolean canConvert(TypeDescriptor source, TypeDescriptor target) {
    return service.canConvert(source, target);
  }

  @Override
  public void addConverter(Converter<?, ?> converter) {
    service.addConverter(converter);
  }

  @Override
  public <S, T> void addConverter(
      Class<S> source, Class<T> target, Converter<? super S, ? extends T> converter) {
    service.addConverter(source, target, converter);
  }

  @Override
  public void addConverter(GenericConverter converter) {
    service.addConverter(converter);
  }

  @Override
  public void addConverterFactory(ConverterFactory<?, ?> factory) {
    service.addConverterFactory(factory);
  }

  @Override
  public void removeConvertible(Class<?> source, Class<?> target) {
    service.removeConvertible(source, target);
  }
}
